import type { QueryClient } from '@tanstack/preact-query';
import type { AnyCase, FullCase } from '../../../services/casefile/answers.ts';
import type { Me } from '../../../services/portal/answers.ts';
import type { ListedTask, Task } from '../../../services/tasks/answers.ts';
import { homeOf } from '../api/me.ts';
import { findNextTask } from '../api/next-task.ts';
import { taskPath } from '../paths.ts';
import { flash } from '../ui/flash.tsx';
import type { de as texts } from './words.de.ts';

const tasksIn = (found: AnyCase | undefined): FullCase['tasks'] => (found && 'tasks' in found ? found.tasks : []);

const LOOK_MS = 100;
/** The engine needs a moment for the next step; nobody should wait longer than this for a step that may be somebody else's. */
const PATIENCE_MS = 2_500;
/** Unless an answer is under way that may hold it. */
const LONGEST_MS = 10_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The next step of the same case, if it has come to the same person. The event stream keeps the case in the cache fresh. */
const nextStep = async (client: QueryClient, me: Me, done: Task): Promise<string | undefined> => {
  const begun = Date.now();
  const queryKey = ['case', done.caseId];
  const mostMs = (): number => (client.isFetching({ queryKey }) > 0 ? LONGEST_MS : PATIENCE_MS);
  while (Date.now() - begun < mostMs()) {
    const tasks = tasksIn(client.getQueryData<AnyCase>(queryKey));
    const mine = tasks.find((task) => task.taskId !== done.taskId && task.status === 'offen' && task.assignee === me.account);
    if (mine) return mine.taskId;
    const others = tasks.some((task) => task.taskId !== done.taskId && task.status === 'offen');
    if (others) return undefined;
    await pause(LOOK_MS);
  }
  return undefined;
};

/** After a task: the next step of the case if it is mine already, else the most urgent task as an offer, else the list; what was done is said there. */
export const goOn = async (
  parts: { client: QueryClient; me: Me; route: (path: string) => void; t: typeof texts },
  done: Task,
): Promise<ListedTask | undefined> => {
  const { client, me, route, t } = parts;
  const said = t.said.completed(done.name, done.aktenzeichen);
  const go = (path: string, then: string): undefined => {
    flash(`${said} ${then}`, path);
    route(path);
  };
  const step = await nextStep(client, me, done);
  if (step) return go(taskPath(step), t.said.nextStep);
  const next = await findNextTask(me, new Set([done.taskId])).catch(() => undefined);
  return next ?? go(homeOf(me), t.said.noneLeft);
};
