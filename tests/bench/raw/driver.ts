import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ZBClient } from 'zeebe-node';
import { createWaiting } from '../deferred.ts';
import type { CaseTimes } from '../load.ts';

const silent = { info: () => undefined, error: () => undefined, debug: () => undefined };

/**
 * The engine alone: the same model, workers that only complete, the user task completed by its job key. Settings are those Lotse's own workers have;
 * this process is client and clerk in one.
 */
export const openDriver = async (address: string, folder: string, pollMs: number) => {
  const client = new ZBClient(address, { loglevel: 'ERROR', stdout: silent, longPoll: 10_000 });
  const listed = createWaiting<string>('the user task');
  const closing = createWaiting<true>('the last step');
  const ended = createWaiting<true>('the end of the last step');
  const form = readFileSync(join(folder, 'ergebnis.form'));
  await client.deployResource({ name: 'ergebnis.form', form });
  const model = join(folder, 'vorgang.bpmn');
  await client.deployResource({ name: basename(model), process: readFileSync(model) });

  const work = (taskType: string, onJob: (caseId: string, jobKey: string) => void, complete: boolean) =>
    client.createWorker({
      taskType,
      timeout: complete ? 60_000 : 30 * 24 * 60 * 60_000,
      maxJobsToActivate: 32,
      pollInterval: pollMs,
      longPoll: 10_000,
      fetchVariable: ['caseId'],
      loglevel: 'ERROR',
      stdout: silent,
      taskHandler: async (job) => {
        const caseId = String((job.variables as { caseId: string }).caseId);
        onJob(caseId, job.key);
        if (!complete) return job.forward();
        const outcome = await job.complete();
        ended.settle(caseId, true);
        return outcome;
      },
    });
  work('vorgang-annehmen', () => undefined, true);
  work('io.camunda.zeebe:userTask', listed.settle, false);
  work('vorgang-abschliessen', (caseId) => closing.settle(caseId, true), true);

  return {
    runCase: async (): Promise<CaseTimes> => {
      const caseId = crypto.randomUUID();
      const opened = performance.now();
      const task = listed.for(caseId);
      task.catch(() => undefined);
      await client.publishMessage({
        name: 'vorgang-eingegangen',
        correlationKey: caseId,
        messageId: caseId,
        timeToLive: 86_400_000,
        variables: { caseId },
      });
      const jobKey = await task;
      const listedAfter = performance.now() - opened;
      const completed = performance.now();
      const waits = [closing.for(caseId), ended.for(caseId)] as const;
      for (const wait of waits) wait.catch(() => undefined);
      await client.completeJob({ jobKey, variables: { ergebnis: 'ERTEILT' } });
      await waits[0];
      const next = performance.now() - completed;
      await waits[1];
      return { listed: listedAfter, next: [next] };
    },
    close: () => client.close(1).catch(() => undefined),
  };
};
