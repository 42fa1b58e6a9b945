import type { Deps } from '../deps.ts';
import type { AnyWorker } from './define-worker.ts';
import { loadByPath } from './load-by-path.ts';
import { createJobRunner, defaultRules, type JobRules } from './run-job.ts';

export type WorkerRuntimeOptions = {
  /** The folder whose features' rooms `workers/` are searched. */
  servicesDir: string;
  rules?: JobRules;
  maxJobs?: number;
};

const minute = 60_000;
const userTask = 'io.camunda.zeebe:userTask';

/** A user task rests with us until somebody completes it; a short limit would hand out all open tasks again and again. */
const defaultTimeout = (type: string): number => (type === userTask ? 30 * 24 * 60 * minute : minute);

/** Opens a poller for every worker found by its path. Works while the engine is down: polling begins when it answers. */
export const startWorkers = async (deps: Deps, { servicesDir, rules = defaultRules, maxJobs = 32 }: WorkerRuntimeOptions) => {
  const found = await loadByPath<AnyWorker>(servicesDir, 'workers');
  const stop = new AbortController();
  const types = new Map<string, string>();
  const workers = found.map(({ name, file, value: worker }) => {
    const type = worker.type ?? name;
    const other = types.get(type);
    if (other !== undefined) throw new Error(`Two workers want the job type ${type}: ${other} and ${file}`);
    types.set(type, file);
    const timeoutMs = worker.timeoutMs ?? defaultTimeout(type);
    return deps.engine.openWorker({
      type,
      fetchVariables: worker.allVariables ? 'all' : Object.keys(worker.input),
      timeoutMs,
      maxJobs: Math.min(worker.maxJobs ?? maxJobs, 32),
      onJob: createJobRunner(type, worker, timeoutMs, deps, rules, stop.signal),
    });
  });
  deps.log.info({ types: [...types.keys()] }, 'engine: workers opened');
  return {
    types: [...types.keys()],
    /** Takes nothing new, gives what runs 10 s to end; the rest is delivered again to somebody else. */
    stop: async (capMs = 10_000): Promise<void> => {
      const closing = workers.map((worker) => worker.close(capMs));
      await Promise.all(closing);
      stop.abort(new Error('the workers process stops'));
    },
  };
};
