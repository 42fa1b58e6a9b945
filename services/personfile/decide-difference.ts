import { getSeenPerson, type SeenPerson } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { changePerson, decideDifference, openDifferences } from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { lockAsSeen } from './correct-person.ts';
import { nameField } from './field-names.ts';
import { tellCases } from './tell-cases.ts';
import { correctable } from './view-person.ts';

export type DecideDifference = { personId: string; differenceId: string; take: boolean; reason: string; version?: number | undefined };

/** The person, unless a difference is open that this user may not decide. */
export const getDecidable = async (
  deps: Pick<Deps, 'db'>,
  user: User,
  { personId, differenceId }: Pick<DecideDifference, 'personId' | 'differenceId'>,
): Promise<SeenPerson> => {
  const seen = await getSeenPerson(deps, user, personId);
  const found = (await openDifferences(deps.db, seen.records)).find((each) => each.differenceId === differenceId);
  if (found && !correctable(user, seen).includes(found.field))
    throw new Forbidden(`Ihre Rolle entscheidet hier nicht über: ${nameField(found.field)}.`);
  return seen;
};

/** What was said differently is taken over, or what is known stays. */
export const settleDifference = async (deps: Pick<Deps, 'db' | 'clock'>, user: User, command: DecideDifference): Promise<string> => {
  const seen = await getDecidable(deps, user, command);
  const at = nowOf(deps);
  const { take, reason } = command;
  await deps.db.transaction(async (trx) => {
    const person = await lockAsSeen(trx, seen.person.personId, command.version);
    const found = (await openDifferences(trx, seen.records)).find((each) => each.differenceId === command.differenceId);
    if (!found) {
      // Decided already, or none of this person's: both are over for who asks.
      throw seen.records.length > 0 ? new Conflict('Darüber hat schon jemand entschieden.') : new NotFound();
    }
    if (take) await changePerson(trx, person, { [found.field]: found.value }, { by: user.account, at, reason });
    await decideDifference(trx, found.differenceId, { taken: take, at, by: user.account, reason });
    const text = `Abweichende Angabe ${take ? 'übernommen' : 'nicht übernommen'}: ${nameField(found.field)}`;
    await tellCases(
      trx,
      [person.personId],
      { user, at, action: 'decide difference', reason },
      { text, payload: { field: found.field, taken: take } },
    );
  });
  return seen.person.personId;
};
