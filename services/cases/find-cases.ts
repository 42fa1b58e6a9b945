import type { Database } from '../../db/connection.ts';
import type { User } from '../platform/route.ts';
import { type Candidate, nearestName, type PeopleQuery, readQuery } from '../search/index.ts';
import { type CaseScope, caseScope, mayIdentify } from '../staff/index.ts';
import type { FoundPerson } from './answers.ts';
import { haveCases, type ListedCase, listFound } from './list-store.ts';
import { prepareFind } from './search-store.ts';

export type Found = {
  persons: FoundPerson[];
  /** The numbers first, then those of the people, in their order. */
  cases: ListedCase[];
  /** The one case whose whole Aktenzeichen was given. */
  exact: string | null;
  /** The person who was named with the birthday has cases, and all of them are in sections this user does not see. */
  elsewhere: boolean;
};

/** With so many people found, nobody less close is looked for. */
const ENOUGH_PEOPLE = 50;

const written = ({ familienname, vornamen }: Candidate['names'][number]): string => [familienname, vornamen].filter(Boolean).join(', ');

const personOf = (queries: readonly PeopleQuery[], candidate: Candidate, cases: readonly ListedCase[]): FoundPerson[] => {
  const own = cases.filter((each) => each.personId === candidate.personId && !each.masked);
  const [first] = own;
  if (!first) return [];
  const near = nearestName(queries, candidate);
  const alias = near > 0 ? candidate.names[near] : undefined;
  return [
    {
      personId: candidate.personId,
      name: first.person,
      birthDate: first.birthDate,
      alias: alias ? written(alias) : null,
      caseIds: own.map((each) => each.caseId),
    },
  ];
};

/** Only those who work on cases are told where a colleague's begin; whoever informs sees the status of all sections anyway. */
const tellsElsewhere = ({ sections, statusSections }: CaseScope): boolean => sections.length > 0 && statusSections.length === 0;

/** What somebody typed, answered with the people and cases they may see, best first. */
export const findCases = async (db: Database, user: User, typed: string, limit: number): Promise<Found> => {
  const scope = caseScope(user);
  const query = readQuery(typed);
  const search = await prepareFind(db, query, { ...scope, identifies: mayIdentify(user) }, ENOUGH_PEOPLE);
  const people = search.people.map((each) => each.personId);
  const cases = await listFound(db, user, search, { people, limit });
  const persons = search.people.flatMap((each) => personOf(query.people, each, cases));
  const whole = query.file && 'whole' in query.file ? query.file.whole : undefined;
  const seen = new Set(cases.map((each) => each.personId));
  const unseen = search.named.filter((personId) => !seen.has(personId));
  return {
    persons,
    cases,
    exact: cases.find((each) => each.aktenzeichen === whole)?.caseId ?? null,
    elsewhere: tellsElsewhere(scope) && cases.length < limit && unseen.length > 0 && (await haveCases(db, unseen)),
  };
};
