import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/connection.ts';
import { addHistory, announceReassignment, announceWithdrawal, type CaseRow, lockCase, notifyCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { hiddenSection } from '../office/index.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';

const isClosed = (found: CaseRow): boolean => found.status === 'abgeschlossen' || found.status === 'zurueckgenommen';

const lockOpen = async (trx: Transaction, caseId: string): Promise<CaseRow> => {
  const found = await lockCase(trx, caseId);
  if (!found) throw new NotFound();
  if (isClosed(found)) throw new Conflict('Der Vorgang ist schon abgeschlossen.');
  return found;
};

type Change = { by: string; action: string; reason?: string; payload?: Record<string, unknown> };

const auditChange = (trx: Transaction, found: CaseRow, { by, action, reason, payload }: Change): Promise<void> =>
  audit(trx, {
    actor: by,
    action,
    caseId: found.caseId,
    section: found.section,
    outcome: 'done',
    ...(reason ? { reason } : {}),
    ...(payload ? { payload } : {}),
  });

/** The applicant takes the application back; the engine ends whatever was going on. Asking twice is one withdrawal. */
export const withdrawCase = (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  command: { caseId: string; by: string; reason?: string },
): Promise<void> =>
  deps.db.transaction(async (trx) => {
    const found = await lockCase(trx, command.caseId);
    if (!found) throw new NotFound();
    if (found.status === 'zurueckgenommen') return;
    if (isClosed(found)) throw new Conflict('Der Vorgang ist schon abgeschlossen.');
    const reason = command.reason ? `: ${command.reason}` : '';
    await addHistory(trx, {
      caseId: found.caseId,
      at: nowOf(deps),
      text: `Rücknahme erklärt${reason}`,
      by: command.by,
      lineKey: 'withdrawn',
    });
    await announceWithdrawal(trx, deps, found.caseId);
    await auditChange(trx, found, { ...command, action: 'withdraw case' });
    await notifyCase(trx, found);
  });

export type ReassignCase = { caseId: string; by: string; reason: string; anliegen?: string; section?: string };

/** "Neu zuordnen": the matter was named wrongly or belongs to another section. Facts, papers, receipt and Fiktion dates stay. */
export const reassignCase = (deps: Pick<Deps, 'db' | 'clock' | 'commands'>, command: ReassignCase): Promise<void> =>
  deps.db.transaction(async (trx) => {
    if (!command.anliegen && !command.section) {
      throw new Invalid('Bitte sagen Sie, wohin der Vorgang soll.', [{ field: 'anliegen', message: 'Anliegen oder Sachgebiet angeben' }]);
    }
    const found = await lockOpen(trx, command.caseId);
    if (found.hidden && command.section && command.section !== hiddenSection) {
      // Its officers work there (T4c), and another section's clerks could neither see nor claim what would then be waiting for them.
      throw new Invalid('Dieser Vorgang bleibt in seinem Kreis.', [
        { field: 'section', message: 'hier ist nur das eigene Sachgebiet möglich' },
      ]);
    }
    const id = randomUUID();
    const target = [command.anliegen && `Anliegen ${command.anliegen}`, command.section && `Sachgebiet ${command.section.slice(2)}`];
    await addHistory(trx, {
      caseId: found.caseId,
      at: nowOf(deps),
      text: `Neu zuordnen nach ${target.filter(Boolean).join(', ')}: ${command.reason}`,
      by: command.by,
      lineKey: `reassign:${id}`,
    });
    await announceReassignment(trx, deps, { id, caseId: found.caseId, anliegen: command.anliegen, section: command.section });
    const payload = {
      ...(command.anliegen ? { anliegen: command.anliegen } : {}),
      ...(command.section ? { section: command.section } : {}),
    };
    await auditChange(trx, found, { ...command, action: 'reassign case', payload });
    await notifyCase(trx, found);
  });
