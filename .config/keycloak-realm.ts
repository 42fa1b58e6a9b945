// Writes services/embedded/keycloak-realm.json: the demo accounts for docker-compose.yml. Run by `npm run check -- --fix`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { audience, type DemoAccount, webClientId } from '../services/embedded/index.ts';
import { demoAccounts } from '../services/staff/index.ts';

export const realmFile = join(import.meta.dirname, '../services/embedded/keycloak-realm.json');
const application = 'http://localhost:3000';

const unique = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

const mapper = (name: string, protocolMapper: string, config: Record<string, string>) => ({
  name,
  protocol: 'openid-connect',
  protocolMapper,
  config: { 'access.token.claim': 'true', 'id.token.claim': 'true', ...config },
});

/** Groups are candidate groups; teams are roles of the client, because Keycloak's users have no list attributes of their own. */
const mappers = [
  mapper('audience', 'oidc-audience-mapper', { 'included.custom.audience': audience, 'id.token.claim': 'false' }),
  mapper('groups', 'oidc-group-membership-mapper', { 'claim.name': 'groups', 'full.path': 'false' }),
  mapper('teams', 'oidc-usermodel-client-role-mapper', {
    'claim.name': 'teams',
    'jsonType.label': 'String',
    multivalued: 'true',
    'usermodel.clientRoleMapping.clientId': webClientId,
  }),
];

const userOf = ({ account, name, groups, teams }: DemoAccount) => {
  const [lastName = '', ...firstNames] = name.split(' ').reverse();
  return {
    username: account,
    enabled: true,
    emailVerified: true,
    email: `${account}@musterstadt.example`,
    firstName: firstNames.reverse().join(' '),
    lastName,
    credentials: [{ type: 'password', value: 'lotse', temporary: false }],
    groups: groups.map((group) => `/${group}`),
    clientRoles: { [webClientId]: teams },
  };
};

export const makeRealm = (accounts: readonly DemoAccount[]): string =>
  `${JSON.stringify(
    {
      realm: 'lotse',
      displayName: 'Lotse',
      enabled: true,
      internationalizationEnabled: true,
      supportedLocales: ['de', 'en'],
      defaultLocale: 'de',
      groups: unique(accounts.map(({ groups }) => groups)).map((name) => ({ name })),
      roles: { client: { [webClientId]: unique(accounts.map(({ teams }) => teams)).map((name) => ({ name })) } },
      clients: [
        {
          clientId: webClientId,
          publicClient: true,
          standardFlowEnabled: true,
          // So that a script can ask for a token with a demo account's password.
          directAccessGrantsEnabled: true,
          redirectUris: [`${application}/auth/callback`],
          attributes: { 'pkce.code.challenge.method': 'S256', 'post.logout.redirect.uris': `${application}/` },
          protocolMappers: mappers,
        },
      ],
      users: accounts.map(userOf),
    },
    null,
    2,
  )}\n`;

if (import.meta.main) writeFileSync(realmFile, makeRealm(demoAccounts));
