import { homeOf, useMe } from '../api/me.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import './demo-start.css';
import type { Demo, DemoAccount } from '../../../services/demo/answers.ts';
import { roles, signInAs } from './roles.ts';
import { useDemoTexts } from './words.ts';

type CardProps = { role: (typeof roles)[number]; person: DemoAccount };

/** Two letters stand for a face: nobody here has one. */
const initials = (name: string): string => {
  const words = name.replace(/^Dr\. /, '').split(' ');
  return `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}`;
};

const Card = ({ role: { id, home, tour }, person }: CardProps) => {
  const t = useDemoTexts();
  const { role, does, try: idea } = t.cards[id];
  return (
    <li class="role">
      <p class="role__person">
        <span class="role__sign" aria-hidden="true">
          {initials(person.name)}
        </span>
        {person.name}
      </p>
      <h3>{role}</h3>
      <p>{does}</p>
      <p class="role__idea">
        <span class="soft">{t.welcome.toTry}</span> {idea}
      </p>
      <p class="role__ways">
        <ButtonLink primary href={signInAs(person.account, home, tour)}>
          {t.welcome.signInAs(person.name)}
        </ButtonLink>
        <a href={signInAs(person.account, home)} aria-label={t.welcome.withoutTourAs(person.name)}>
          {t.welcome.withoutTour}
        </a>
      </p>
    </li>
  );
};

const AllAccounts = ({ demo }: { demo: Demo }) => {
  const t = useDemoTexts();
  return (
    <details class="accounts">
      <summary>{t.welcome.allAccounts}</summary>
      <p class="soft">{t.welcome.allAccountsHint}</p>
      <ul>
        {demo.accounts.map((person) => (
          <li key={person.account}>
            <a href={signInAs(person.account, homeOf(person))}>{person.name}</a> <span class="soft">{person.account}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The demo's first page: whose work it is to be. */
export const DemoStart = ({ demo }: { demo: Demo }) => {
  const t = useDemoTexts();
  const me = useMe();
  const find = (account: string): DemoAccount | undefined => demo.accounts.find((each) => each.account === account);
  return (
    <div class="page demo-start">
      <h1>{t.welcome.title}</h1>
      <p class="demo-start__lead">{t.welcome.lead}</p>
      {me && (
        <Notice tone="news">
          {t.welcome.signedIn(me.name)} <a href={homeOf(me)}>{t.welcome.goOn}</a>
        </Notice>
      )}
      <h2 class="visually-hidden">{t.welcome.roles}</h2>
      <ul class="roles">
        {roles.map((role) => {
          const person = find(role.account);
          return person && <Card key={role.id} role={role} person={person} />;
        })}
      </ul>
      <AllAccounts demo={demo} />
      <p class="soft">{t.welcome.note}</p>
    </div>
  );
};
