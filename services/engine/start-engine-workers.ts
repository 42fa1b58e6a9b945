import type { Deps } from './contracts.ts';
import { startOutbox } from './outbox/outbox-runner.ts';
import type { JobRules } from './run-job.ts';
import { startWorkers } from './worker-runtime.ts';

export type EngineWorkersOptions = { servicesDir: string; rules?: JobRules; maxJobs?: number; concurrency?: number };

/** Job workers and command outbox of one process. Starts also while the engine is down. */
export const startEngineWorkers = async (deps: Deps, options: EngineWorkersOptions) => {
  const workers = await startWorkers(deps, options);
  const outbox = await startOutbox(deps, options);
  return {
    types: workers.types,
    commands: outbox.commands,
    /** Workers first: what they still finish may add commands, which then wait for the next process. */
    stop: async (): Promise<void> => {
      await workers.stop();
      await outbox.stop();
    },
  };
};
