import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/connection.ts';
import type { Deps } from '../engine/contracts.ts';
import {
  type Applicant,
  findPerson,
  findSamePerson,
  foldName,
  insertPerson,
  listedName,
  lockPersonName,
  updatePerson,
} from '../persons/index.ts';
import { Invalid } from '../platform/errors.ts';
import { isHiddenAnliegen } from '../staff/index.ts';
import { addHistory } from './history-store.ts';
import { notifyCase } from './notify-case.ts';
import { findCaseByAktenzeichen, insertCase } from './store.ts';
import { signalWait } from './waits.ts';
import { openRenewals, type Wait } from './waits-store.ts';

export type OpenCase = {
  /** Made here if the caller needs none before. */
  caseId?: string;
  anliegen: string;
  applicant: Applicant;
  facts: Record<string, unknown>;
  openedBy: string;
  /** An applicant says so, and nobody has looked at a passport: the record of somebody with the same name stays as it is. */
  byApplicant?: boolean;
  /** The case whose paper is being renewed; its person is taken over. */
  renewalOf?: { caseId: string; personId: string };
};

const START_MESSAGE = 'vorgang-eingegangen';
const DAY_MS = 86_400_000;

type Remembered = { personId: string; note?: string };

const KNOWN = 'Die Person ist schon bekannt: zu ihren Unterlagen genommen';
const LIKELY = 'Gleicher Name und Geburtstag wie bei einer Person, die schon bekannt ist: bitte vergleichen';

const rememberPerson = async (trx: Transaction, command: OpenCase, at: Date): Promise<Remembered> => {
  if (command.renewalOf) return { personId: command.renewalOf.personId };
  const { applicant } = command;
  const hidden = isHiddenAnliegen(command.anliegen);
  const nameFolded = foldName(listedName(applicant));
  const relative = command.facts.angehoerigerVon;
  let familyId: string | undefined;
  if (typeof relative === 'string') {
    const related = await findCaseByAktenzeichen(trx, relative);
    const person = related && (!related.hidden || hidden) ? await findPerson(trx, related.personId) : undefined;
    if (!person)
      throw new Invalid('Das Aktenzeichen der Angehörigen gibt es nicht.', [
        { field: 'facts.angehoerigerVon', message: 'kein Vorgang mit diesem Aktenzeichen' },
      ]);
    familyId = person.familyId;
  }
  const [, same] = await Promise.all([
    lockPersonName(trx, nameFolded, applicant.geburtsdatum),
    findSamePerson(trx, { nameFolded, geburtsdatum: applicant.geburtsdatum, hidden, account: command.openedBy }),
  ]);
  if (same && (same.ofAccount || !command.byApplicant)) {
    await updatePerson(trx, same.person.personId, applicant, familyId);
    return { personId: same.person.personId, note: KNOWN };
  }
  // One family with the likely same person, so that both matters come into the same hands and somebody compares.
  const family = familyId ?? same?.person.familyId;
  const personId = await insertPerson(trx, { details: applicant, nameFolded, hidden, at, ...(family ? { familyId: family } : {}) });
  return { personId, ...(same ? { note: LIKELY } : {}) };
};

/** Whoever applies for the same paper themselves needs no renewal of office besides. */
const dropRenewals = async (
  trx: Transaction,
  deps: Pick<Deps, 'commands'>,
  renewals: readonly Wait[],
  fresh: { aktenzeichen: string; at: Date },
): Promise<void> => {
  for (const { warteId, caseId } of renewals) {
    await signalWait(trx, deps, { warteId, caseId, message: 'verlaengerung-entfaellt', variables: {} });
    const text = `Die vorgemerkte Verlängerung entfällt: neuer Antrag ${fresh.aktenzeichen}`;
    await addHistory(trx, { caseId, at: fresh.at, text, by: 'Lotse', lineKey: `renewal-dropped:${warteId}` });
  }
};

/**
 * Takes a matter in: person, case, first history line and the engine command commit together, or not at all. No worker and
 * no engine is waited for. The Aktenzeichen is given here; hidden matters have a number circle of their own.
 * Circles have no gaps, so whoever has taken a number keeps all others waiting until COMMIT: it is taken with the last statements.
 */
export const openCaseIn = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock' | 'commands'>,
  command: OpenCase,
): Promise<{ caseId: string; aktenzeichen: string }> => {
  const { anliegen, facts, openedBy, renewalOf, caseId = randomUUID() } = command;
  const at = new Date(deps.clock.now().epochMilliseconds);
  const hidden = isHiddenAnliegen(anliegen);
  const start = { name: START_MESSAGE, correlationKey: caseId, messageId: caseId, ttlMs: DAY_MS, variables: { caseId }, caseId };
  const [{ personId, note }] = await Promise.all([
    rememberPerson(trx, command, at),
    deps.commands.add(trx, 'publish-message', start),
    notifyCase(trx, { caseId, hidden, section: null, createdBy: openedBy }),
  ]);
  const renewals = renewalOf ? [] : await openRenewals(trx, personId, anliegen);
  const opened = {
    caseId,
    circle: hidden ? 'SI' : 'AB',
    year: deps.clock.today().year,
    personId,
    anliegen,
    hidden,
    receivedAt: at,
    facts,
    createdBy: openedBy,
    ...(renewalOf ? { renewalOf: renewalOf.caseId } : {}),
  };
  const [aktenzeichen] = await Promise.all([
    insertCase(trx, opened, renewalOf ? 'Verlängerung von Amts wegen eröffnet' : 'Vorgang eröffnet'),
    note && addHistory(trx, { caseId, at, text: note, by: 'Lotse', lineKey: 'known' }),
  ]);
  await dropRenewals(trx, deps, renewals, { aktenzeichen, at });
  return { caseId, aktenzeichen };
};

export const openCase = (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  command: OpenCase,
): Promise<{ caseId: string; aktenzeichen: string }> => deps.db.transaction((trx) => openCaseIn(trx, deps, command));
