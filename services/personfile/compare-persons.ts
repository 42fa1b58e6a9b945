import { getSeenPerson, type SeenPerson } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { decideLikely, partFamilies } from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Forbidden, Invalid } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { mayCompare } from '../staff/index.ts';
import { restoreRenewals } from '../waits/index.ts';
import { tellCases } from './tell-cases.ts';

const isComparable = (user: User, { cases }: SeenPerson): boolean =>
  mayCompare(
    user,
    cases.map((each) => each.found),
  );

/** One record, for somebody who may say which human being it is. */
export const getComparable = async (deps: Pick<Deps, 'db'>, user: User, personId: string): Promise<SeenPerson> => {
  const seen = await getSeenPerson(deps, user, personId);
  if (!isComparable(user, seen)) throw new Forbidden('Das entscheidet, wer mit der Person arbeitet, oder der Service.');
  return seen;
};

/** Both records, for somebody who may compare them. Records of hidden cases and of ordinary ones are never laid side by side. */
export const getBoth = async (deps: Pick<Deps, 'db'>, user: User, one: string, other: string): Promise<[SeenPerson, SeenPerson]> => {
  const mine = await getComparable(deps, user, one);
  const theirs = await getSeenPerson(deps, user, other);
  if (mine.person.personId === theirs.person.personId) throw new Conflict('Das ist schon dieselbe Person.');
  if (mine.person.hidden !== theirs.person.hidden)
    throw new Invalid('Diese beiden lassen sich nicht vergleichen.', [{ field: 'with', message: 'bleibt in seinem Kreis' }]);
  if (!isComparable(user, theirs)) throw new Forbidden('Das entscheidet, wer mit beiden Personen arbeitet, oder der Service.');
  return [mine, theirs];
};

/** "Verschiedene Personen": nobody is asked about these two again, and nothing holds them together any more. */
export const tellApart = async (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  user: User,
  command: { personId: string; from: string; reason: string },
): Promise<string> => {
  const [mine, theirs] = await getBoth(deps, user, command.personId, command.from);
  const at = nowOf(deps);
  const { reason } = command;
  await deps.db.transaction(async (trx) => {
    const decided = { decision: 'verschieden', at, by: user.account, reason } as const;
    for (const a of mine.records) for (const b of theirs.records) await decideLikely(trx, { a, b }, decided);
    await partFamilies(trx, mine.person.personId, theirs.person.personId);
    const told = { text: 'Verglichen: es sind verschiedene Personen' };
    const ids = [mine.person.personId, theirs.person.personId] as const;
    await tellCases(trx, ids, { user, at, action: 'tell persons apart', reason }, told);
    await restoreRenewals(trx, deps, ids, at);
  });
  return mine.person.personId;
};
