import type { Deps } from '../deps.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { getVisibleTask } from '../tasks/index.ts';
import { type Feedback, findFeedback, insertFeedback, settleFeedbackRow } from './feedback-store.ts';
import { requireFeedbackOwner } from './rights.ts';

type FeedbackDeps = Pick<Deps, 'db' | 'clock'>;

/** "Passt hier etwas nicht?": pinned to the step, not to the case. What is said in a hidden case is shown to nobody outside. */
export const giveFeedback = async (deps: FeedbackDeps, user: User, taskId: string, text: string): Promise<string> => {
  const task = await getVisibleTask(deps, { user, taskId, action: 'give feedback' });
  const { caseId, processId, elementId, hidden } = task;
  return deps.db.transaction((trx) =>
    insertFeedback(trx, { taskId, caseId, process: processId, elementId, text, hidden, by: user.account, at: nowOf(deps) }),
  );
};

/** Closes a note, with an answer if there is one to give. */
export const settleFeedback = async (
  deps: FeedbackDeps,
  user: User,
  { process, feedbackId, answer }: { process: string; feedbackId: string; answer: string | null },
): Promise<Feedback> => {
  requireFeedbackOwner(user);
  return deps.db.transaction(async (trx) => {
    const found = await findFeedback(trx, feedbackId);
    if (!found || found.process !== process) throw new NotFound();
    if (found.settledAt)
      throw new Conflict('Dieser Hinweis ist schon erledigt.', { by: found.settledBy, at: found.settledAt.toISOString() });
    const settled = { by: user.account, at: nowOf(deps), answer };
    await settleFeedbackRow(trx, feedbackId, settled);
    await audit(trx, { actor: user.account, action: 'settle feedback', object: `feedback ${feedbackId}`, outcome: 'done' });
    return { ...found, settledBy: settled.by, settledAt: settled.at, answer };
  });
};
