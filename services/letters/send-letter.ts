import { createHash } from 'node:crypto';
import type { Transaction } from '../../db/connection.ts';
import { addHistory, type CaseRow, findRepresentation, getCase, notifyCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { findPerson, fullName } from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { isStaffAccount } from '../staff/index.ts';
import { formatDay } from './format-date.ts';
import type { LetterType, ValuesOf } from './letter-values.ts';
import type { Delivery, Ends, RemedyKind } from './remedies.ts';
import { type Letter, type LetterData, renderLetter } from './render-letter.ts';
import { type Addressee, findLetterByKey, insertLetter, type LetterRow } from './store.ts';
import { findTemplate, getTemplate } from './templates.ts';

export type SendDeps = Pick<Deps, 'clock' | 'commands' | 'config'>;

/** `businessKey` says which letter this is (case, purpose, round): however often it is asked for, it goes out once. */
export type SendLetter<Type extends string = string> = {
  caseId: string;
  type: Type;
  businessKey: string;
  /** Of a letter that services send, all it names. */
  data: LetterData & (Type extends LetterType ? ValuesOf<Type> : unknown);
  by: string;
  elementId?: string;
};

/** The person as they are known today: the next letter bears what was corrected, those before stay as they were written. */
const personOf = async (trx: Transaction, found: CaseRow): Promise<Addressee> => {
  const person = await findPerson(trx, found.personId);
  if (!person) throw new Error('Der Vorgang hat keine Person, an die ein Brief gehen kann.');
  const { anschrift } = person.details;
  return { name: fullName(person.details), address: typeof anschrift === 'string' ? anschrift : '' };
};

/** What every letter may name: the person, the Aktenzeichen and the day. */
const commonData = async (trx: Transaction, deps: Pick<Deps, 'clock'>, found: CaseRow): Promise<LetterData> => ({
  name: (await personOf(trx, found)).name,
  aktenzeichen: found.aktenzeichen,
  datum: formatDay(nowOf(deps)),
});

export const composeLetter = async (
  trx: Transaction,
  deps: SendDeps,
  letter: { found: CaseRow; type: string; data: LetterData },
): Promise<Letter> => {
  const data = { ...(await commonData(trx, deps, letter.found)), ...letter.data };
  return renderLetter(getTemplate(letter.type), data, { demo: deps.config.demo });
};

/** Letters may lie in the portal if the applicant's own account opened the case and nobody acts for them (§ 14 (3) VwVfG). */
export const hasMailbox = async (trx: Transaction, found: CaseRow): Promise<boolean> =>
  !(await isStaffAccount(trx, found.createdBy)) && (await findRepresentation(trx, found.caseId)) === undefined;

/** Who acts for the person gets every letter; a copy still lies with the case. */
const recipientOf = async (trx: Transaction, found: CaseRow): Promise<Addressee | null> => {
  const representation = await findRepresentation(trx, found.caseId);
  return representation ? { name: representation.name, address: representation.address } : null;
};

/** What makes a letter a decision: how it is delivered, what can be done against it, until when. */
export type Decision = Ends & { zustellung: Delivery; rechtsbehelf: RemedyKind | null; belehrt: boolean; resendOf?: string };

/** By the way it is delivered, else as its template says: the mailbox if there is one, or paper. */
const channelOf = async (trx: Transaction, found: CaseRow, type: string, decision: Decision | undefined): Promise<'portal' | 'post'> => {
  const wanted =
    decision && decision.zustellung !== 'AUSHAENDIGUNG' ? decision.zustellung === 'PORTAL' : getTemplate(type).channel === 'portal';
  return wanted && (await hasMailbox(trx, found)) ? 'portal' : 'post';
};

/**
 * Files a finished letter: row, history line and the order for the e-mail notice commit together. A letter with the same
 * business key is given back as it is.
 */
export const fileLetter = async (
  trx: Transaction,
  deps: SendDeps,
  found: CaseRow,
  order: Omit<SendLetter, 'caseId' | 'data'> & { letter: Pick<Letter, 'subject' | 'blocks'>; decision?: Decision; historyText?: string },
): Promise<LetterRow> => {
  const at = nowOf(deps);
  const { decision } = order;
  const { subject, blocks } = order.letter;
  const recipient = await recipientOf(trx, found);
  const letterId = await insertLetter(trx, {
    caseId: found.caseId,
    businessKey: order.businessKey,
    type: order.type,
    channel: await channelOf(trx, found, order.type, decision),
    subject,
    body: blocks,
    bodyHash: createHash('sha256').update(JSON.stringify({ subject, blocks })).digest('hex'),
    at,
    bekanntgabeAm: decision?.bekanntgabeAm ?? null,
    rechtsbehelfBis: decision?.rechtsbehelfBis ?? null,
    bestandskraftAb: decision?.bestandskraftAb ?? null,
    zustellung: decision?.zustellung ?? null,
    rechtsbehelf: decision?.rechtsbehelf ?? null,
    belehrt: decision?.belehrt ?? true,
    resendOf: decision?.resendOf ?? null,
    recipient,
    addressee: recipient ?? (await personOf(trx, found)),
  });
  if (letterId) {
    await addHistory(trx, {
      caseId: found.caseId,
      at,
      text: order.historyText ?? `${findTemplate(order.type)?.name ?? subject} verschickt`,
      ...(order.elementId ? { elementId: order.elementId } : {}),
      by: order.by,
      lineKey: `letter:${order.businessKey}`,
    });
    // A notice about a hidden case would tell that there is one.
    if (!found.hidden) await deps.commands.add(trx, 'send-mail-notice', { letterId });
    await notifyCase(trx, found);
  }
  const row = await findLetterByKey(trx, order.businessKey);
  if (!row) throw new Error('the letter just filed is not there');
  return row;
};

/** Writes, files and announces a letter once per business key. Runs in the caller's transaction. */
export const sendLetter = async <Type extends string>(trx: Transaction, deps: SendDeps, order: SendLetter<Type>): Promise<LetterRow> => {
  const existing = await findLetterByKey(trx, order.businessKey);
  if (existing) return existing;
  const found = await getCase(trx, order.caseId);
  const letter = await composeLetter(trx, deps, { found, type: order.type, data: order.data });
  return fileLetter(trx, deps, found, { ...order, letter });
};
