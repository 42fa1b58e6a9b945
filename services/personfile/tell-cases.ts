import { randomUUID } from 'node:crypto';
import { addHistory, type CaseRow, listCasesOfPersons, notifyCase } from '../cases/index.ts';
import type { Transaction } from '../engine/contracts.ts';
import { audit } from '../platform/audit.ts';
import type { User } from '../platform/route.ts';

export type Act = { user: User; at: Date; action: string; reason: string };

/** What was done to these people's data, on every one of their cases and in the audit trail. The line names nothing of another case. */
export const tellCases = async (
  trx: Transaction,
  personIds: readonly string[],
  { user, at, action, reason }: Act,
  told: { text: string; payload?: Record<string, unknown> },
): Promise<CaseRow[]> => {
  const cases = await listCasesOfPersons(trx, personIds);
  const lineKey = `person:${randomUUID()}`;
  for (const found of cases) {
    await addHistory(trx, { caseId: found.caseId, at, text: `${told.text}. Grund: ${reason}`, by: user.account, lineKey });
    await notifyCase(trx, found);
  }
  const [newest] = cases;
  await audit(trx, {
    actor: user.account,
    action,
    ...(newest ? { caseId: newest.caseId, section: newest.section } : {}),
    object: `person ${personIds[0]}`,
    reason,
    outcome: 'done',
    payload: { ...told.payload, persons: [...personIds], cases: cases.map((each) => each.caseId) },
  });
  return cases;
};
