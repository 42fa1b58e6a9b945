import type { CaseTimes } from '../load.ts';
import { nextPerson } from '../population.ts';
import type { Api } from './api.ts';
import type { Desk } from './desk.ts';

export type Matter = { anliegen: string; facts: Record<string, unknown>; forms: readonly Record<string, unknown>[] };

const expect = async (api: Api, status: number, path: string, body?: unknown) => {
  const answer = await api.call('POST', path, body);
  if (answer.status !== status) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

export const openCase = async (counter: Api, { anliegen, facts }: Pick<Matter, 'anliegen' | 'facts'>): Promise<string> =>
  (await expect(counter, 201, '/api/cases', { anliegen, applicant: nextPerson(), facts })).caseId as string;

/**
 * One case from intake to its end as its users drive it: opened at the counter, every task found in the list, claimed, completed, until the next one is
 * listed; after the last one until the case is listed as closed. Times run from sending a request to reading its effect.
 */
export const runCase = async (counter: Api, clerk: Api, desk: Desk, matter: Matter): Promise<CaseTimes> => {
  const opened = performance.now();
  const caseId = await openCase(counter, matter);
  let taskId = await desk.nextTask(caseId);
  const listed = performance.now() - opened;
  const next: number[] = [];
  for (const [index, variables] of matter.forms.entries()) {
    await expect(clerk, 200, `/api/tasks/${taskId}/claim`, {});
    const completed = performance.now();
    const last = index === matter.forms.length - 1;
    const coming = last ? desk.closed(caseId) : desk.nextTask(caseId);
    coming.catch(() => undefined);
    await expect(clerk, 202, `/api/tasks/${taskId}/complete`, { variables });
    taskId = String(await coming);
    next.push(performance.now() - completed);
  }
  desk.forget(caseId);
  return { listed, next };
};
