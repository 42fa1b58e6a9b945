import type { Reader, Transaction } from '../../db/connection.ts';

/** `kind`: what the line tells of, such as `task-done` or `question-answered`. */
export type HistoryLine = { at: Date; text: string; elementId: string | null; by: string; kind: string };

/** Writes a line once per `lineKey`: a job delivered twice says it once. `by` is an account, or `Lotse` for the machine. */
export const addHistory = async (
  trx: Transaction,
  line: { caseId: string; at: Date; text: string; elementId?: string; by: string; lineKey: string },
): Promise<void> => {
  await trx('case_history')
    .insert({
      case_id: line.caseId,
      at: line.at,
      text: line.text,
      element_id: line.elementId ?? null,
      by: line.by,
      line_key: line.lineKey,
    })
    .onConflict(['case_id', 'line_key'])
    .ignore();
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

export const listHistory = (db: Reader, caseId: string): Promise<HistoryLine[]> =>
  db('case_history')
    .select({ at: 'at', text: 'text', elementId: 'element_id', by: 'by', kind: db.raw(`split_part(line_key, ':', 1)`) })
    .where('case_id', caseId)
    .orderBy([{ column: 'at' }, { column: 'history_id' }]);

/** Line keys of completed tasks begin so; who completed a step and when is read from them. */
export const taskDoneKey = (taskId: string): string => `task-done:${taskId}`;

const doneLines = (db: Reader, caseId: string) =>
  db('case_history').where('case_id', caseId).where('line_key', 'like', 'task-done:%').orderBy('history_id', 'desc');

/** Who last completed a step of this case: the author that a second pair of eyes must not be. */
export const latestAuthor = async (db: Reader, caseId: string, elementId?: string): Promise<string | undefined> => {
  const query = doneLines(db, caseId).select('by').first();
  const row = (await (elementId ? query.where('element_id', elementId) : query)) as { by: string } | undefined;
  return row?.by;
};
