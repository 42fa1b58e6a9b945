import { findCaseByAktenzeichen, getSeenPerson, getVisibleCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { endRelation, findRelation, findStanding, insertRelation, joinFamilies, listRelations, partFamilies } from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { tellCases } from './tell-cases.ts';

/** What the relative is to the person. */
export const RELATIONS = ['EHEGATTE', 'KIND', 'MUTTER', 'VATER', 'ELTERNTEIL', 'GESCHWISTER', 'VORMUND', 'MUENDEL', 'SONSTIGE'] as const;

export type LinkRelative = { personId: string; aktenzeichen: string; relation?: (typeof RELATIONS)[number] | undefined; reason: string };

/** The person, if this user works with them. */
export const getRelated = async (deps: Pick<Deps, 'db'>, user: User, personId: string) => {
  const seen = await getSeenPerson(deps, user, personId);
  if (seen.level !== 'full') throw new Forbidden('Angehörige trägt ein, wer mit der Person arbeitet.');
  return seen;
};

/** Links two people of one family by the Aktenzeichen of the relative's case, which the user sees. From then on both go to the same hands. */
export const linkRelative = async (deps: Pick<Deps, 'db' | 'clock'>, user: User, command: LinkRelative): Promise<string> => {
  const seen = await getRelated(deps, user, command.personId);
  const at = nowOf(deps);
  const { reason, relation = null } = command;
  const unknown = (): Invalid =>
    new Invalid('Bitte prüfen Sie die Angaben.', [{ field: 'aktenzeichen', message: 'kein Vorgang mit diesem Aktenzeichen' }]);
  const named = await findCaseByAktenzeichen(deps.db, command.aktenzeichen);
  if (!named) throw unknown();
  await getVisibleCase(deps, user, named.caseId, ['full', 'status']).catch((error: unknown) => {
    throw error instanceof NotFound ? unknown() : error;
  });
  if (named.hidden !== seen.person.hidden) throw unknown();
  const mine = seen.person;
  if (named.personId === mine.personId) throw new Conflict('Das ist ein Vorgang derselben Person.');
  return deps.db.transaction(async (trx) => {
    const relative = await findStanding(trx, named.personId);
    if (!relative) throw new NotFound();
    const known = (await listRelations(trx, seen.records)).some(({ personId, relativeId }) =>
      [personId, relativeId].includes(relative.personId),
    );
    if (known) throw new Conflict('Diese beiden sind schon als Angehörige eingetragen.');
    const relationId = await insertRelation(trx, {
      personId: mine.personId,
      relativeId: relative.personId,
      relation,
      at,
      by: user.account,
      reason,
    });
    await joinFamilies(trx, mine.familyId, relative.familyId);
    const act = { user, at, action: 'link relatives', reason };
    await tellCases(trx, [mine.personId, relative.personId], act, { text: 'Angehörige eingetragen', payload: { relationId } });
    return relationId;
  });
};

/** The relation, one of this person, for somebody who works with them. */
export const getRelation = async (
  deps: Pick<Deps, 'db'>,
  user: User,
  { personId, relationId }: { personId: string; relationId: string },
) => {
  const { records } = await getRelated(deps, user, personId);
  const relation = await findRelation(deps.db, relationId);
  if (!relation || !(records.includes(relation.personId) || records.includes(relation.relativeId))) throw new NotFound();
  return relation;
};

/** They are no family, or it was entered wrongly. */
export const unlinkRelative = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  user: User,
  command: { personId: string; relationId: string; reason: string },
): Promise<void> => {
  const relation = await getRelation(deps, user, command);
  const at = nowOf(deps);
  const { reason } = command;
  await deps.db.transaction(async (trx) => {
    await endRelation(trx, relation.relationId, { at, by: user.account, reason });
    await partFamilies(trx, relation.personId, relation.relativeId);
    const act = { user, at, action: 'unlink relatives', reason };
    const [one, other] = [await findStanding(trx, relation.personId), await findStanding(trx, relation.relativeId)];
    const ids = [one?.personId ?? relation.personId, other?.personId ?? relation.relativeId];
    await tellCases(trx, ids, act, { text: 'Eintrag als Angehörige gestrichen', payload: { relationId: relation.relationId } });
  });
};
