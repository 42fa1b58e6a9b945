import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/connection.ts';
import type { Deps } from '../deps.ts';
import type { Declared } from '../engine/index.ts';
import { type Behoerde, rowsOf } from '../office/index.ts';
import { DAY_MS } from '../platform/clock.ts';

/** `key`: what a model must correlate the message with; `start`: it begins a process, once for each key. `variables`: all it carries. */
export type Message = { key: 'caseId' | 'warteId' | 'start'; variables: Declared };

const own = {
  'vorgang-eingegangen': { key: 'start', variables: { caseId: 'id' } },
  'unterlagen-nachgereicht': { key: 'start', variables: { caseId: 'id' } },
  'duldung-verlaengerung-vormerken': { key: 'start', variables: { caseId: 'id', wunschFrist: 'date' } },
  'wiedervorlage-vormerken': { key: 'start', variables: { caseId: 'id', wunschFrist: 'date', vorlageRolle: 'code' } },
  'antrag-zurueckgenommen': { key: 'caseId', variables: {} },
  'neu-zuordnen': { key: 'caseId', variables: { neuesAnliegen: 'code', neuesSachgebiet: 'code' } },
  'frist-geaendert': { key: 'warteId', variables: { frist: 'date', erinnerungAm: 'date', erinnern: 'flag' } },
  'unterlagen-eingegangen': { key: 'warteId', variables: {} },
  stellungnahme: { key: 'warteId', variables: {} },
  zahlung: { key: 'warteId', variables: {} },
  'sicherheit-antwort': { key: 'warteId', variables: {} },
  'verlaengerung-entfaellt': { key: 'warteId', variables: {} },
  'wiedervorlage-entfaellt': { key: 'warteId', variables: {} },
} as const satisfies Record<string, Message>;

/** What authorities answer goes to the process that waits, under the name and in the variable of their row, as one of the codes there. */
const answers = (): [string, Message][] => {
  const answering = rowsOf('behoerden').flatMap(({ nachricht, antworten }) =>
    nachricht ? [{ nachricht, codes: antworten.map(({ code }) => code) }] : [],
  );
  return [...Map.groupBy(answering, ({ nachricht }) => nachricht.name)].map(([name, rows]) => [
    name,
    {
      key: 'warteId',
      variables: Object.fromEntries(rows.map(({ nachricht }) => [nachricht.variable, rows.flatMap(({ codes }) => codes)])),
    },
  ]);
};

/** Every message the office sends to processes; one that is not here nobody sends. */
export const messages: ReadonlyMap<string, Message> = new Map<string, Message>([...Object.entries(own), ...answers()]);

type Own = typeof own;
type Kinds = { id: string; code: string; date: string; flag: boolean };
type Carried<Name extends keyof Own> = { [Key in keyof Own[Name]['variables']]: Kinds[Own[Name]['variables'][Key] & keyof Kinds] };

type Sending = Pick<Deps, 'commands'>;
type Sent<Variables> = { correlationKey: string; messageId: string; caseId: string; variables: Variables };

/**
 * Messages of the table above, with what they carry; a variable may be left out. `once`: a message of that id that has not been sent yet is replaced, and the
 * engine takes it once, however often it is told.
 */
const send = <Name extends keyof Own>(
  trx: Transaction,
  { commands }: Sending,
  name: Name,
  sent: Sent<Partial<Carried<Name>>>,
  once?: string,
): Promise<void> => commands.add(trx, 'publish-message', { name, ...sent, ttlMs: DAY_MS }, once ? { key: once } : {});

/** A matter has come in: its process begins. */
export const announceCase = (trx: Transaction, deps: Sending, caseId: string): Promise<void> => {
  return send(trx, deps, 'vorgang-eingegangen', { correlationKey: caseId, messageId: caseId, caseId, variables: { caseId } });
};

/** Papers have come after the check. The paper that gave the occasion names the message, so a repeat starts nothing. */
export const announcePapers = (trx: Transaction, deps: Sending, paper: { caseId: string; documentId: string }): Promise<void> => {
  const { caseId, documentId } = paper;
  const variables: Carried<'unterlagen-nachgereicht'> = { caseId };
  return send(trx, deps, 'unterlagen-nachgereicht', { correlationKey: caseId, messageId: documentId, caseId, variables });
};

/** Begins the process that waits for the day of the renewal. Booked twice under the same key it is booked once. */
export const announceRenewal = (
  trx: Transaction,
  deps: Sending,
  { caseId, day, key }: { caseId: string; day: Temporal.PlainDate; key: string },
): Promise<void> => {
  const variables: Carried<'duldung-verlaengerung-vormerken'> = { caseId, wunschFrist: day.toString() };
  const sent = { correlationKey: caseId, messageId: `${caseId}:${key}`, caseId, variables };
  return send(trx, deps, 'duldung-verlaengerung-vormerken', sent, `${key}:${caseId}`);
};

/** Several reminders of a case may be open, so each begins its process under a key of its own. `date`: `JJJJ-MM-TT`. */
export const announceReminder = (
  trx: Transaction,
  deps: Sending,
  { reminderId, caseId, date, role }: { reminderId: string; caseId: string; date: string; role?: string | undefined },
): Promise<void> => {
  const variables = { caseId, wunschFrist: date, ...(role ? { vorlageRolle: role } : {}) };
  return send(trx, deps, 'wiedervorlage-vormerken', { correlationKey: reminderId, messageId: reminderId, caseId, variables });
};

/** The applicant takes the application back. Told twice it is one withdrawal. */
export const announceWithdrawal = (trx: Transaction, deps: Sending, caseId: string): Promise<void> =>
  send(trx, deps, 'antrag-zurueckgenommen', { correlationKey: caseId, messageId: `${caseId}:zurueckgenommen`, caseId, variables: {} });

/** The case is to be sorted anew; what is empty stays as it is. */
export const announceReassignment = (
  trx: Transaction,
  deps: Sending,
  { id, caseId, anliegen = '', section = '' }: { id: string; caseId: string; anliegen?: string | undefined; section?: string | undefined },
): Promise<void> => {
  const variables: Carried<'neu-zuordnen'> = { neuesAnliegen: anliegen, neuesSachgebiet: section };
  return send(trx, deps, 'neu-zuordnen', { correlationKey: caseId, messageId: id, caseId, variables });
};

type Waiting = { warteId: string; caseId: string };

/** Messages that go to one wait. */
type Told = { [Name in keyof Own]: Own[Name]['key'] extends 'warteId' ? Name : never }[keyof Own];

const to = <Variables>({ warteId, caseId }: Waiting, variables: Variables): Sent<Variables> => ({
  correlationKey: warteId,
  messageId: randomUUID(),
  caseId,
  variables,
});

/** A message for a wait that has ended meets nobody. */
const tell = (trx: Transaction, deps: Sending, wait: Waiting, name: Told): Promise<void> => send(trx, deps, name, to(wait, {}));

/** This wait hears it only once, however often it is told. */
const tellOnce = (trx: Transaction, deps: Sending, { warteId, caseId }: Waiting, name: Told): Promise<void> => {
  const messageId = `${warteId}:${name}`;
  return send(trx, deps, name, { correlationKey: warteId, messageId, caseId, variables: {} }, messageId);
};

/** A new last day: the timers are armed anew. */
export const tellDeadline = (trx: Transaction, deps: Sending, wait: Waiting, days: Carried<'frist-geaendert'>): Promise<void> => {
  const { frist, erinnerungAm, erinnern } = days;
  return send(trx, deps, 'frist-geaendert', to(wait, { frist, erinnerungAm, erinnern }));
};

/** The last expected paper has come. */
export const tellPapersComplete = (trx: Transaction, deps: Sending, wait: Waiting): Promise<void> =>
  tell(trx, deps, wait, 'unterlagen-eingegangen');

export const tellStatement = (trx: Transaction, deps: Sending, wait: Waiting): Promise<void> => tell(trx, deps, wait, 'stellungnahme');

/** Nothing is owed any more. */
export const tellPayment = (trx: Transaction, deps: Sending, wait: Waiting): Promise<void> => tell(trx, deps, wait, 'zahlung');

/** What was answered to a security query stands nowhere in the engine. */
export const tellSecurityAnswer = (trx: Transaction, deps: Sending, wait: Waiting): Promise<void> =>
  tellOnce(trx, deps, wait, 'sicherheit-antwort');

export const tellRenewalDropped = (trx: Transaction, deps: Sending, wait: Waiting): Promise<void> =>
  tell(trx, deps, wait, 'verlaengerung-entfaellt');

export const tellReminderDropped = (trx: Transaction, deps: Sending, wait: Waiting): Promise<void> =>
  tellOnce(trx, deps, wait, 'wiedervorlage-entfaellt');

/** `nachricht`: of the authority's row, which `messages` is made from, too; `answer`: one of its codes. */
export const tellAuthorityAnswer = (
  trx: Transaction,
  { commands }: Sending,
  wait: Waiting,
  { nachricht, answer }: { nachricht: NonNullable<Behoerde['nachricht']>; answer: string },
): Promise<void> =>
  commands.add(trx, 'publish-message', { name: nachricht.name, ...to(wait, { [nachricht.variable]: answer }), ttlMs: DAY_MS });
