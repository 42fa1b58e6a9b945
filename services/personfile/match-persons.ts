import { findSeenPerson } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { type Applicant, comparable, findLikely, type LikelyPerson, listedName } from '../persons/index.ts';
import { auditAlone } from '../platform/audit.ts';
import type { User } from '../platform/route.ts';
import { caseScope } from '../staff/index.ts';
import type { Match } from './answers.ts';
import { seenCase } from './list-relatives.ts';
import { maskDetails, sightOf } from './mask-details.ts';

const seesHidden = (user: User): boolean => caseScope(user).hidden;

const show = async (deps: Pick<Deps, 'db'>, user: User, { personId, details, likeness }: LikelyPerson): Promise<Match> => {
  const seen = await findSeenPerson(deps.db, user, personId);
  const { reasons, against } = likeness;
  if (!seen) return { personId: null, level: 'none', name: null, reasons, against, person: null, cases: [] };
  const sight = sightOf(
    user,
    seen.level,
    seen.cases.map((each) => each.found),
  );
  const known = sight === 'none' ? null : maskDetails(details, sight);
  return {
    personId,
    level: seen.level,
    name: known ? listedName(details) : null,
    reasons,
    against,
    person: known,
    cases: seen.cases.map((each) => seenCase(each.found)),
  };
};

/** Who is likely the person somebody is about to take in, and why. People of hidden cases are found by their own circle alone. */
export const matchPersons = async (deps: Pick<Deps, 'db'>, user: User, applicant: Partial<Applicant>): Promise<Match[]> => {
  const wanted = comparable(applicant);
  const found = await findLikely(deps.db, { ...wanted, hidden: false });
  if (seesHidden(user)) found.push(...(await findLikely(deps.db, { ...wanted, hidden: true })));
  const matches: Match[] = [];
  for (const each of found) matches.push(await show(deps, user, each));
  await auditAlone(deps.db, {
    actor: user.account,
    action: 'match persons',
    outcome: 'done',
    payload: { persons: matches.flatMap((each) => each.personId ?? []), unseen: matches.filter((each) => !each.personId).length },
  });
  return matches;
};
