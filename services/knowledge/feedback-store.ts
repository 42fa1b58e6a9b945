import type { Reader, Transaction } from '../../db/connection.ts';

export type Feedback = {
  feedbackId: string;
  process: string;
  elementId: string;
  text: string;
  givenBy: string;
  givenAt: Date;
  settledBy: string | null;
  settledAt: Date | null;
  answer: string | null;
};

const columns = {
  feedbackId: 'feedback_id',
  process: 'process',
  elementId: 'element_id',
  text: 'text',
  givenBy: 'given_by',
  givenAt: 'given_at',
  settledBy: 'settled_by',
  settledAt: 'settled_at',
  answer: 'answer',
} as const;

export const insertFeedback = async (
  trx: Transaction,
  given: { taskId: string; caseId: string; process: string; elementId: string; text: string; hidden: boolean; by: string; at: Date },
): Promise<string> => {
  const [row] = await trx('step_feedback')
    .insert({
      task_id: given.taskId,
      case_id: given.caseId,
      process: given.process,
      element_id: given.elementId,
      text: given.text,
      hidden: given.hidden,
      given_by: given.by,
      given_at: given.at,
    })
    .returning('feedback_id');
  return row.feedback_id;
};

/** What was said about the steps of a process, newest first; nothing that was said in a hidden case. */
export const selectFeedback = async (db: Reader, process: string, state: 'offen' | 'erledigt' | 'alle'): Promise<Feedback[]> => {
  const query = db('step_feedback').where({ process, hidden: false });
  if (state === 'offen') query.whereNull('settled_at');
  if (state === 'erledigt') query.whereNotNull('settled_at');
  return query.select(columns).orderBy('given_at', 'desc').orderBy('feedback_id').limit(500);
};

export const findFeedback = async (trx: Transaction, feedbackId: string): Promise<Feedback | undefined> =>
  trx('step_feedback').where({ feedback_id: feedbackId, hidden: false }).select(columns).forUpdate().first();

export const settleFeedbackRow = async (
  trx: Transaction,
  feedbackId: string,
  settled: { by: string; at: Date; answer: string | null },
): Promise<void> => {
  await trx('step_feedback')
    .where('feedback_id', feedbackId)
    .update({ settled_by: settled.by, settled_at: settled.at, answer: settled.answer });
};
