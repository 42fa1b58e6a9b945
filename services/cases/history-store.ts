import { ask, prepare } from '../../db/ask.ts';
import type { Reader, Transaction } from '../../db/connection.ts';
import { listOf, part } from '../../db/parts.ts';

/** `kind`: what the line tells of, such as `task-done` or `question-answered`. */
export type HistoryLine = { at: Date; text: string; elementId: string | null; by: string; kind: string };

const insertLine = prepare(
  `insert into case_history (case_id, at, text, element_id, by, line_key) values ($1, $2, $3, $4, $5, $6) on conflict (case_id, line_key) do nothing`,
);

/** Writes a line once per `lineKey`: a job delivered twice says it once. `by` is an account, or `Lotse` for the machine. */
export const addHistory = async (
  trx: Transaction,
  line: { caseId: string; at: Date; text: string; elementId?: string; by: string; lineKey: string },
): Promise<void> => {
  await ask(trx, insertLine, [line.caseId, line.at, line.text, line.elementId ?? null, line.by, line.lineKey]);
};

/** The same line in several cases. */
export const addHistoryTo = async (
  trx: Transaction,
  caseIds: readonly string[],
  line: { at: Date; text: string; by: string; lineKey: string },
): Promise<void> => {
  await trx.raw(
    `insert into case_history (case_id, at, text, by, line_key) select case_id, ?, ?, ?, ? from unnest(?::uuid[]) case_id
     on conflict (case_id, line_key) do nothing`,
    [line.at, line.text, line.by, line.lineKey, [...caseIds]],
  );
};

export const historyOfCase = part<HistoryLine>(
  `select at, text, element_id as "elementId", by, split_part(line_key, ':', 1) as kind from case_history where case_id = $1 order by at, history_id`,
  ['at'],
);

export const listHistory = listOf(historyOfCase);

/** Line keys of completed tasks begin so; who completed a step and when is read from them. */
export const taskDoneKey = (taskId: string): string => `task-done:${taskId}`;

const doneBy = prepare(
  `select by from case_history where case_id = $1 and line_key like 'task-done:%' and ($2::text is null or element_id = $2) order by history_id desc limit 1`,
);

/** Who last completed a step of this case: the author that a second pair of eyes must not be. */
export const latestAuthor = async (db: Reader, caseId: string, elementId?: string): Promise<string | undefined> => {
  const [row] = await ask<{ by: string }>(db, doneBy, [caseId, elementId ?? null]);
  return row?.by;
};
