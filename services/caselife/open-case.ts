import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/connection.ts';
import { asTheyCome, committing, type Last } from '../../db/pipelined-dialect.ts';
import { addHistory, announceCase, insertCase, notifyCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { hasFact, readFact } from '../office/index.ts';
import type { Applicant } from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { isHiddenAnliegen } from '../staff/index.ts';
import { dropRenewals, openRenewals } from '../waits/index.ts';
import { type TakeIn, takeOver, takePersonIn } from './take-person-in.ts';

export type OpenCase = {
  /** Made here if the caller needs none before. */
  caseId?: string;
  anliegen: string;
  applicant: Applicant;
  facts: Record<string, unknown>;
  openedBy: string;
  /** The person it is, said by somebody who may see them. Without it a new record is made. */
  personId?: string;
  /** An applicant says so, from their own account. */
  byApplicant?: boolean;
  /** The case whose paper is being renewed; its person is taken over. */
  renewalOf?: { caseId: string; personId: string };
};

const whose = (command: OpenCase, made: Pick<TakeIn, 'caseId' | 'hidden' | 'at'>): TakeIn => ({
  ...made,
  applicant: command.applicant,
  byApplicant: command.byApplicant === true,
  by: command.openedBy,
  ...(command.personId ? { personId: command.personId } : {}),
  ...(hasFact(command.facts, 'angehoerigerVon') ? { relative: readFact(command.facts, 'angehoerigerVon') } : {}),
});

/**
 * Takes a matter in: person, case, first history line and the engine command commit together, or not at all. No worker and
 * no engine is waited for. The Aktenzeichen is given here; hidden matters have a number circle of their own.
 * Circles have no gaps, so whoever has taken a number keeps all others waiting until COMMIT: it is taken with the last statements.
 */
export const openCaseIn = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock' | 'commands'>,
  command: OpenCase,
  last: Last = asTheyCome,
): Promise<{ caseId: string; aktenzeichen: string }> => {
  const { anliegen, applicant, facts, openedBy, renewalOf, caseId = randomUUID() } = command;
  const at = nowOf(deps);
  const hidden = isHiddenAnliegen(anliegen);
  const [taken] = await Promise.all([
    renewalOf ? takeOver(renewalOf.personId) : takePersonIn(trx, whose(command, { caseId, hidden, at })),
    announceCase(trx, deps, caseId),
    notifyCase(trx, { caseId, hidden, section: null, createdBy: openedBy }),
  ]);
  const renewals = renewalOf || taken.known.length === 0 ? [] : await openRenewals(trx, taken.known, anliegen);
  const opened = {
    caseId,
    circle: hidden ? 'SI' : 'AB',
    year: deps.clock.today().year,
    personId: taken.personId,
    anliegen,
    hidden,
    receivedAt: at,
    facts,
    stated: applicant,
    createdBy: openedBy,
    ...(renewalOf ? { renewalOf: renewalOf.caseId } : {}),
  };
  const write = async (): Promise<string> => {
    const [, aktenzeichen] = await Promise.all([
      taken.writeRest(),
      insertCase(trx, opened, renewalOf ? 'Verlängerung von Amts wegen eröffnet' : 'Vorgang eröffnet'),
      ...taken.notes.map(({ key, text }) => addHistory(trx, { caseId, at, text, by: 'Lotse', lineKey: key })),
    ]);
    return aktenzeichen;
  };
  if (renewals.length === 0) return { caseId, aktenzeichen: await last(write) };
  const aktenzeichen = await write();
  await dropRenewals(trx, deps, renewals, { caseId, aktenzeichen, at });
  return { caseId, aktenzeichen };
};

export const openCase = (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  command: OpenCase,
): Promise<{ caseId: string; aktenzeichen: string }> => deps.db.transaction((trx) => openCaseIn(trx, deps, command, committing(trx)));
