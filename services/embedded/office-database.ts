import { type Addresses, prepareDatabase } from '../../db/prepare-database.ts';
import { setUpRoles } from './database-roles.ts';
import { createDatabase } from './databases.ts';
import type { Postgres } from './postgres.ts';
import type { Secrets } from './secrets.ts';

const DATABASE = 'lotse';

const withRole = (url: string, name: string, password: string): string => {
  const own = new URL(url);
  own.username = name;
  own.password = encodeURIComponent(password);
  return own.href;
};

/** Makes the office's database on the embedded server, its roles and its schema; of an older data folder it brings up to date what is missing. */
export const openOfficeDatabase = async (
  { urlOf }: Pick<Postgres, 'urlOf'>,
  { ownerPassword, applicationPassword }: Pick<Secrets, 'ownerPassword' | 'applicationPassword'>,
): Promise<Addresses> => {
  await createDatabase(urlOf('postgres'), DATABASE);
  const roles = {
    owner: { name: 'lotse_owner', password: ownerPassword },
    application: { name: 'lotse_application', password: applicationPassword },
  };
  await setUpRoles(urlOf(DATABASE), roles);
  const addresses = {
    ownerUrl: withRole(urlOf(DATABASE), roles.owner.name, ownerPassword),
    url: withRole(urlOf(DATABASE), roles.application.name, applicationPassword),
  };
  await prepareDatabase(addresses);
  return addresses;
};
