import { addHistory, lockCase, notifyCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { dropCommand } from '../engine/outbox/index.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict } from '../platform/errors.ts';
import { droppable } from './droppable.ts';
import { lockFailedCommand } from './get-failed-command.ts';

/** The case's clerk must know that something will not happen by itself any more. */
const tellCase = async (trx: Parameters<typeof addHistory>[0], deps: Deps, caseId: string, id: string, by: string, reason: string) => {
  const found = await lockCase(trx, caseId);
  if (!found) return;
  const text = `Die Betriebsführung hat einen Schritt verworfen, der nicht gelang: ${reason}`;
  await addHistory(trx, { caseId, at: nowOf(deps), text, by, lineKey: `command-dropped:${id}` });
  await notifyCase(trx, found);
};

/**
 * Takes away a command that was given up. It stays in the audit trail, with who, why and which; its case tells of it.
 * @throws NotFound if there is none; Conflict if it is still being tried, runs now, or must not be dropped.
 */
export const dropFailedCommand = async (deps: Deps, { id, reason, by }: { id: string; reason: string; by: string }): Promise<void> => {
  await deps.db.transaction(async (trx) => {
    const { name, caseId, givenUp, attempts, lastError } = await lockFailedCommand(trx, id);
    if (!droppable.has(name))
      throw new Conflict('Dieser Auftrag darf nicht verworfen werden: An ihm hängt, was ein Mensch entschieden hat.');
    if (!givenUp) throw new Conflict('Dieser Auftrag wird noch versucht. Verwerfen können Sie ihn, wenn Lotse ihn aufgegeben hat.');
    if (!(await dropCommand(trx, id))) throw new Conflict('Dieser Auftrag läuft gerade. Bitte sehen Sie in einer Minute noch einmal nach.');
    await audit(trx, {
      actor: by,
      action: 'drop command',
      ...(caseId ? { caseId } : {}),
      object: `command ${id}`,
      reason,
      outcome: 'done',
      payload: { name, attempts, lastError },
    });
    if (caseId) await tellCase(trx, deps, caseId, id, by, reason);
  });
};
