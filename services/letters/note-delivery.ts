import { randomUUID } from 'node:crypto';
import { addHistory, type CaseRow, getVisibleCase, notifyCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import { assertSeen } from '../platform/if-match.ts';
import type { User } from '../platform/route.ts';
import { formatDate, officeDay } from './format-date.ts';
import { findVisibleLetter } from './read-letter.ts';
import { settleEnds } from './settle-ends.ts';
import { findLetter, type LetterRow, lockLetter, noteDeliveryOf } from './store.ts';

export type NoteDelivery = { user: User; letterId: string; date: string; seen?: number | undefined };

/** The letter's case, for whoever enters its delivery. */
export const getCaseToDeliver = async (
  deps: Pick<Deps, 'db'>,
  { user, letterId }: Pick<NoteDelivery, 'user' | 'letterId'>,
): Promise<CaseRow> => {
  const { caseId } = await findVisibleLetter(deps, { user, letterId, action: 'note delivery' });
  return (await getVisibleCase(deps, user, caseId, ['full'])).found;
};

/**
 * The day on the certificate of delivery, or the day on which a posted letter really came, if that was later than it is taken to have come
 * (the office must prove it, § 41 (2) VwVfG). The end of the remedy's period follows from it.
 */
export const noteDelivery = async (deps: Pick<Deps, 'db' | 'clock' | 'config'>, command: NoteDelivery): Promise<LetterRow> => {
  const { user, letterId, date } = command;
  const found = await getCaseToDeliver(deps, command);
  const { caseId } = found;
  const day = Temporal.PlainDate.from(date);
  return deps.db.transaction(async (trx) => {
    const letter = await lockLetter(trx, letterId);
    if (!letter) throw new NotFound();
    if (!letter.zustellung || letter.zustellung === 'PORTAL')
      throw new Conflict('Zu diesem Brief wird kein Zustelltag eingetragen: Er ist kein Bescheid, oder er liegt im Portal.');
    assertSeen(
      command.seen,
      { version: letter.version, by: letter.deliveryBy, at: letter.deliveryAt },
      letter.zugestelltAm
        ? `Inzwischen hat jemand anderes einen Tag eingetragen: ${formatDate(letter.zugestelltAm)}.`
        : 'Die Zustellung dieses Briefs hat inzwischen jemand anderes geändert.',
    );
    const sent = Temporal.PlainDate.from(officeDay(letter.at));
    if (Temporal.PlainDate.compare(day, sent) < 0 || Temporal.PlainDate.compare(day, deps.clock.today()) > 0) {
      throw new Invalid('Bitte prüfen Sie den Tag der Zustellung.', [
        { field: 'date', message: `nicht vor dem Tag des Versands (${formatDate(sent.toString())}) und nicht in der Zukunft` },
      ]);
    }
    const ends = await settleEnds(trx, deps, letter, { delivered: day });
    const at = nowOf(deps);
    await noteDeliveryOf(trx, letterId, { by: user.account, at });
    const until = ends?.rechtsbehelfBis ? `; Rechtsbehelf bis ${formatDate(ends.rechtsbehelfBis)}` : '';
    await addHistory(trx, {
      caseId,
      at,
      text: `Zugestellt am ${formatDate(date)}${until}`,
      by: user.account,
      lineKey: `delivered:${letterId}:${randomUUID()}`,
    });
    await audit(trx, {
      actor: user.account,
      action: 'note delivery',
      caseId,
      section: found.section,
      object: `letter ${letterId}`,
      outcome: 'done',
      payload: { date },
    });
    await notifyCase(trx, found);
    return (await findLetter(trx, letterId)) ?? letter;
  });
};
