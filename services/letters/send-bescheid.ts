import type { Transaction } from '../../db/connection.ts';
import { type CaseRow, lockCase } from '../cases/index.ts';
import { getRow, readFact } from '../office/index.ts';
import { NotFound } from '../platform/errors.ts';
import { findSigner } from './bescheid-checks.ts';
import { getKind } from './bescheid-kinds.ts';
import { type Bescheid, lockBescheid, markSent } from './bescheide-store.ts';
import { type Delivery, deliveries, endsOf, type Remedy, type RemedyKind, remedyOf } from './remedies.ts';
import type { LetterBlock } from './render-letter.ts';
import { fileLetter, hasMailbox, type SendDeps } from './send-letter.ts';

/** Days as `YYYY-MM-DD`; null until known (certificate of delivery, portal) or where there is none. */
export type Notification = { bekanntgabeAm: string | null; rechtsbehelfBis: string | null };

type Facts = Record<string, unknown>;

const chosenDelivery = async (trx: Transaction, bescheid: Bescheid, found: CaseRow): Promise<Delivery> => {
  const kind = getKind(bescheid.typ);
  const chosen = kind.signed ? deliveries.find((each) => each === readFact(found.facts, 'zustellung')) : undefined;
  const wanted = chosen ?? kind.delivery;
  return wanted === 'PORTAL' && !(await hasMailbox(trx, found)) ? 'POST' : wanted;
};

/** What was handed over in person was notified that day (a Duldung with its cover letter). */
const sentOn = (delivery: Delivery, typ: string, facts: Facts, today: Temporal.PlainDate): Temporal.PlainDate => {
  const handedOver = readFact(facts, 'ausgehaendigtAm');
  return delivery === 'AUSHAENDIGUNG' && getRow('bescheide', typ).zustellung === delivery && handedOver
    ? Temporal.PlainDate.from(handedOver)
    : today;
};

const words = { WIDERSPRUCH: 'Widerspruch', KLAGE: 'Klage' } as const;

const names = (blocks: readonly LetterBlock[], kind: RemedyKind): boolean =>
  blocks.some(
    (block) =>
      block.kind === 'exakt' &&
      block.text.includes('Rechtsbehelfsbelehrung') &&
      block.text.includes(`innerhalb eines Monats nach Bekanntgabe ${words[kind]}`),
  );

/** Whether the instruction names the remedy this decision has; one that is missing or names another one makes it a year. */
const isInstructed = (blocks: readonly LetterBlock[], remedy: Remedy | null): boolean => remedy === null || names(blocks, remedy.kind);

/** A permit's condition may burden its holder: somebody says so, or the letter itself offers the objection, and then its period runs. */
const burdens = (bescheid: Bescheid, facts: Facts): boolean =>
  readFact(facts, 'nebenbestimmungBelastend') || names(bescheid.draft.blocks, 'WIDERSPRUCH');

/** Four eyes: what is adverse, and what was drawn for a check, goes out with the name of a second person only. */
const signerOf = async (trx: Transaction, bescheid: Bescheid): Promise<string | null> => {
  const signer = await findSigner(trx, bescheid);
  if (!signer) {
    if (getKind(bescheid.typ).signed)
      throw new Error('Der Bescheid ist nicht gezeichnet; eine Ablehnung geht nur mit Unterschrift hinaus.');
    if (bescheid.secondCheck?.drawn) throw new Error('Der Bescheid ist zur zweiten Prüfung gezogen, und noch niemand hat ihn freigegeben.');
    return null;
  }
  if (signer === bescheid.author)
    throw new Error('Den Bescheid hat gezeichnet, wer ihn geschrieben hat; eine zweite Person muss zeichnen.');
  return signer;
};

/** Sends the draft as it was signed, once. Asked again, it gives the dates of the letter that went out. */
export const sendBescheid = async (
  trx: Transaction,
  deps: SendDeps,
  order: { caseId: string; bescheidId: string; elementId: string },
): Promise<Notification> => {
  const found = await lockCase(trx, order.caseId);
  const bescheid = await lockBescheid(trx, order.bescheidId);
  if (!found || !bescheid || bescheid.caseId !== order.caseId) throw new NotFound();
  const signedBy = await signerOf(trx, bescheid);
  const { blocks } = bescheid.draft;
  const remedy = remedyOf({ typ: bescheid.typ, burdens: burdens(bescheid, found.facts) });
  const instructed = isInstructed(blocks, remedy);
  const delivery = await chosenDelivery(trx, bescheid, found);
  const sent = sentOn(delivery, bescheid.typ, found.facts, deps.clock.today());
  const { bekanntgabeFiktionTage: fictionDays, bekanntgabeVerschieben: shift } = deps.config;
  const letter = await fileLetter(trx, deps, found, {
    type: bescheid.draft.type,
    businessKey: `${order.caseId}:bescheid:${order.bescheidId}`,
    letter: bescheid.draft,
    by: signedBy ?? 'Lotse',
    elementId: order.elementId,
    decision: {
      ...endsOf({ delivery, sent, fictionDays, shift }, remedy, instructed),
      zustellung: delivery,
      rechtsbehelf: remedy?.kind ?? null,
      belehrt: instructed,
    },
  });
  await markSent(trx, bescheid.bescheidId, { letterId: letter.letterId, signedBy, at: letter.at });
  return { bekanntgabeAm: letter.bekanntgabeAm, rechtsbehelfBis: letter.rechtsbehelfBis };
};
