import { findSeenPerson, getSeenPerson, type SeenPerson } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { findStanding, type LikelyPair, listLikely, markAsked } from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { mayCompare } from '../staff/index.ts';
import { bookReminder } from '../waits/index.ts';

/** Open pairs whose other side this user does not see: they cannot compare them themselves. */
const beyondSight = async (deps: Pick<Deps, 'db'>, user: User, records: readonly string[]): Promise<LikelyPair[]> => {
  const pairs: LikelyPair[] = [];
  for (const pair of (await listLikely(deps.db, records)).filter((each) => each.decision === 'offen')) {
    const other = await findStanding(deps.db, records.includes(pair.oneId) ? pair.otherId : pair.oneId);
    const seen = other && (await findSeenPerson(deps.db, user, other.personId));
    const facts = seen?.cases.map((each) => each.found) ?? [];
    if (other && !mayCompare(user, facts)) pairs.push(pair);
  }
  return pairs;
};

const notFromHere = (): Forbidden => new Forbidden('Um einen Vergleich bittet, wer mit der Person arbeitet.');

/** The person, if this user works with them. */
export const getAskable = async (deps: Pick<Deps, 'db'>, user: User, personId: string): Promise<SeenPerson> => {
  const seen = await getSeenPerson(deps, user, personId);
  if (seen.level !== 'full') throw notFromHere();
  return seen;
};

/**
 * The other record lies where the asker sees nothing: the service, which sees all sections, gets the case as a task for today, compares and decides.
 * Asked for once for each pair. Errors: Forbidden for who does not work on the case, Conflict where there is nothing to ask for.
 */
export const askComparison = async (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  user: User,
  { personId, caseId, reason }: { personId: string; caseId: string; reason: string },
): Promise<string> => {
  const seen = await getAskable(deps, user, personId);
  const through = seen.cases.find((each) => each.found.caseId === caseId);
  if (!through) throw new NotFound();
  if (through.level !== 'full') throw notFromHere();
  const pairs = seen.person.hidden ? [] : await beyondSight(deps, user, seen.records);
  if (pairs.length === 0) throw new Conflict('Hier gibt es nichts, das der Service für Sie vergleichen müsste.');
  const fresh = pairs.filter((each) => each.askedAt === null);
  if (fresh.length === 0) throw new Conflict('Der Service ist schon gebeten, die Akten zu vergleichen.');
  const at = nowOf(deps);
  await deps.db.transaction(async (trx) => {
    for (const pair of fresh) await markAsked(trx, pair, { at, by: user.account, reason });
    const line = `Der Service ist gebeten, die Akten zu vergleichen: ${reason}`;
    const note = `Bitte die beiden Akten vergleichen: ${reason}`;
    await bookReminder(trx, deps, through.found, { date: deps.clock.today().toString(), note, line, by: user.account, forService: true });
  });
  return seen.person.personId;
};
