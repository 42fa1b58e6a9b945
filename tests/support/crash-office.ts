import type { Database } from '../../db/connection.ts';
import { PATIENCE_MS } from './crash-ground.ts';
import { aDuldung } from './duldung.ts';
import { as, type Opened, type Reply, until } from './office.ts';

/** What the office was told has been taken: from then on it must not be lost. */
export type Acked = { cases: Opened[]; claims: Claim[]; completions: Completion[] };
type Claim = { taskId: string; caseId: string; by: string };
export type Completion = Claim & { input: Record<string, unknown> };

export const nothingYet = (): Acked => ({ cases: [], claims: [], completions: [] });

/** The two clerks of section 4; a case stays with the one who began it. */
const duldungClerks = ['sb-sg4', 'sb-sg4-2'];

/** Statuses by which Lotse says "not now": it may be down, it must not be wrong. */
const notNow = new Set([502, 503, 504]);

class BrokenPromise extends Error {}

/** Asks again as a person would until there is an answer. A 5xx other than "not now" is a broken promise. */
export const insist = (ask: () => Promise<Reply>, limitMs = PATIENCE_MS): Promise<Reply> =>
  until(
    'an answer',
    async () => {
      try {
        const reply = await ask();
        if (notNow.has(reply.status)) return undefined;
        if (reply.status >= 500) throw new BrokenPromise(`Lotse answered ${reply.status}: ${JSON.stringify(reply.body)}`);
        return reply;
      } catch (error) {
        if (error instanceof BrokenPromise) throw error;
        return undefined;
      }
    },
    limitMs,
  );

/** Runs the work for all items, `width` at a time. */
export const inParallel = async <T>(items: readonly T[], width: number, work: (item: T, index: number) => Promise<void>): Promise<void> => {
  const queue = items.entries();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const [index, item] of queue) await work(item, index);
    }),
  );
};

/** Opens Duldungen. A try that got no answer is not repeated, because nobody knows whether it counted: a new matter is opened instead. */
export const openMany = async (acked: Acked, count: number, width = 8): Promise<Opened[]> => {
  const opened: Opened[] = [];
  await inParallel(Array.from({ length: count }), width, async () => {
    const one = await until('a case to be taken in', () => aDuldung().catch(() => undefined), PATIENCE_MS);
    opened.push(one);
  });
  acked.cases.push(...opened);
  return opened;
};

/** A clerk takes the task and completes it, as often as it takes to be told that it counts. */
export const completeTask = async (acked: Acked, task: Claim, input: Record<string, unknown>): Promise<void> => {
  const { taskId, caseId, by } = task;
  const claimed = await insist(() => as(by).post(`/api/tasks/${taskId}/claim`));
  // A claim whose answer was lost counts, and so does a completion: the task may already be done when it is claimed again.
  if (claimed.status !== 200) throw new Error(`${by} could not claim: ${claimed.status} ${JSON.stringify(claimed.body)}`);
  acked.claims.push({ taskId, caseId, by });
  const done = await insist(() => as(by).post(`/api/tasks/${taskId}/complete`, { variables: input }));
  if (done.status !== 202) throw new Error(`${by} could not complete: ${done.status} ${JSON.stringify(done.body)}`);
  acked.completions.push({ taskId, caseId, by, input });
};

type OpenTask = { case_id: string; task_id: string };

/** The open tasks of an element in these cases, once each case has one. */
export const untilOpen = async (
  db: Database,
  cases: readonly Opened[],
  elementId: string,
  limitMs = PATIENCE_MS,
): Promise<Map<string, string>> => {
  const caseIds = cases.map(({ caseId }) => caseId);
  let seen = 0;
  const rows = await until(
    `${elementId} in ${cases.length} cases`,
    async () => {
      // The database itself may be what was killed.
      const found = (await db('tasks')
        .whereIn('case_id', caseIds)
        .where({ element_id: elementId, status: 'offen' })
        .select('case_id', 'task_id')
        .catch(() => [])) as OpenTask[];
      seen = new Set(found.map((row) => row.case_id)).size;
      return seen === cases.length && found;
    },
    limitMs,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; ${seen} have it`);
  });
  return new Map(rows.map((row) => [row.case_id, row.task_id]));
};

/** Clerks complete the open task of an element in all these cases, many at once. */
export const completeAll = async (
  db: Database,
  acked: Acked,
  cases: readonly Opened[],
  step: { elementId: string; input: Record<string, unknown>; width?: number; clerks?: readonly string[] },
): Promise<void> => {
  const { clerks = duldungClerks } = step;
  const tasks = await untilOpen(db, cases, step.elementId);
  await inParallel(cases, step.width ?? 8, ({ caseId }, index) =>
    completeTask(acked, { caseId, taskId: tasks.get(caseId) ?? '', by: clerks[index % clerks.length] ?? '' }, step.input),
  );
};
