import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ZBWorker } from 'zeebe-node';
import type { Job, JobWorker, JobWorkerSpec } from '../engine.ts';
import { type Connection, longPollMs } from './connection.ts';
import { cancelPoll, catchLateJobs, countPolls, type WireJob } from './inside-zeebe-node.ts';

type RawJob = Omit<Job, 'deadline'> & { deadline: string };
type Variables = Record<string, unknown>;
type Headers = Record<string, string>;
type Poller = ZBWorker<Variables, Headers, Variables>;

const maxPauseMs = 30_000;
const quietMs = 120_000;
/** zeebe-node asks for more only when less than this share of its places is taken. */
const busyShare = 0.3;

const toJob = (raw: RawJob): Job => ({
  key: raw.key,
  type: raw.type,
  elementId: raw.elementId,
  bpmnProcessId: raw.bpmnProcessId,
  processInstanceKey: raw.processInstanceKey,
  elementInstanceKey: raw.elementInstanceKey,
  processDefinitionKey: raw.processDefinitionKey,
  retries: raw.retries,
  deadline: Number(raw.deadline),
  customHeaders: raw.customHeaders,
  variables: raw.variables,
});

/** 1, 2, 4 … 30 s, each shortened by up to a half at random, so that many workers don't come back at the same instant. */
export const pauseAfter = (failures: number, random = Math.random): number =>
  Math.min(maxPauseMs, 1_000 * 2 ** Math.min(failures, 10)) * (1 - random() / 2);

/**
 * One job type's poller. zeebe-node's own worker hammers a gateway that is full or gone, and now and then stops polling without a word. So any
 * trouble closes it, and it is opened again: after a growing pause when the engine is full, as soon as the engine is healthy when it was gone, and
 * when it has not polled for twice the long poll.
 */
export const openJobWorker = (connection: Connection, spec: JobWorkerSpec, pollMs: number, log: Logger): JobWorker => {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  let poller: Poller | undefined;
  let failures = 0;
  let reopening = false;
  let lastTrouble = 0;
  let seenPolls = -1;

  const take = (raw: RawJob): Promise<void> => {
    failures = 0;
    const work = spec
      .onJob(toJob(raw))
      .catch((error: unknown) => log.error({ err: error, jobType: spec.type }, 'engine: a job runner rejected'))
      .finally(() => running.delete(work));
    running.add(work);
    return work;
  };

  /** What reaches a worker that is closing: the engine would hold it back until its time limit. */
  const takeLate = (wire: WireJob): void => {
    if (!stop.signal.aborted) {
      void take({ ...wire, variables: JSON.parse(wire.variables), customHeaders: JSON.parse(wire.customHeaders) } as RawJob);
      return;
    }
    const { key: jobKey, retries } = wire;
    const giveBack = connection.call('failJob', (client) =>
      client.failJob({ jobKey, retries, errorMessage: 'Der Prozess wurde beendet.', retryBackOff: 0 }),
    );
    void giveBack.catch(() => undefined);
  };

  const close = (): void => {
    const old = poller;
    poller = undefined;
    if (!old) return;
    cancelPoll(old);
    void old.close(1).catch(() => undefined);
  };

  const open = (): void => {
    if (stop.signal.aborted) return;
    seenPolls = -1;
    const mine: Poller = connection.client().createWorker<Variables, Headers, Variables>({
      taskType: spec.type,
      timeout: spec.timeoutMs,
      maxJobsToActivate: spec.maxJobs,
      pollInterval: pollMs,
      longPoll: longPollMs,
      // zeebe-node takes an empty list for "all"; the engine ignores a name that no variable has.
      fetchVariable: spec.fetchVariables === 'all' ? [] : spec.fetchVariables.length > 0 ? [...spec.fetchVariables] : ['-'],
      // Only counts polls; the heartbeat below reads it.
      debug: true,
      loglevel: 'ERROR',
      stdout: {
        info: () => undefined,
        debug: () => undefined,
        error: (text: string) => mine === poller && void trouble(String(text)),
      },
      taskHandler: async (job) => {
        await take(job as unknown as RawJob);
        // The runtime has completed or failed it by its own call, whose outcome zeebe-node would have hidden.
        return job.forward();
      },
    });
    catchLateJobs(mine, () => mine === poller, takeLate);
    poller = mine;
  };

  const trouble = async (text: string): Promise<void> => {
    if (reopening || stop.signal.aborted) return;
    reopening = true;
    close();
    if (performance.now() - lastTrouble > quietMs) failures = 0;
    lastTrouble = performance.now();
    const full = text.includes('RESOURCE_EXHAUSTED');
    const wait = full ? pauseAfter(failures) : Math.min(pauseAfter(failures), 1_000);
    if (failures === 0) log.warn({ jobType: spec.type, full, waitMs: Math.round(wait) }, 'engine: polling paused');
    failures += 1;
    if (!full) connection.check();
    try {
      await pause(wait, undefined, { signal: stop.signal });
      await connection.whenHealthy(stop.signal);
    } catch {
      return;
    } finally {
      reopening = false;
    }
    open();
  };

  const leave = connection.subscribe({
    onReplaced: () => {
      if (reopening) return;
      close();
      open();
    },
  });

  const heartbeat = setInterval(
    () => {
      if (!poller || running.size > spec.maxJobs * busyShare || !connection.health().ok) return;
      const polls = countPolls(poller);
      if (polls === seenPolls) {
        log.warn({ jobType: spec.type }, 'engine: a poller stood still and is opened again');
        close();
        open();
      } else seenPolls = polls;
    },
    2 * longPollMs + 1_000,
  );
  heartbeat.unref();

  open();
  return {
    close: async (capMs = 10_000) => {
      stop.abort(new Error('the worker is being closed'));
      clearInterval(heartbeat);
      leave();
      close();
      // What has not ended by then is handed out again after its time limit.
      await Promise.race([Promise.allSettled(running), pause(capMs, undefined, { ref: false })]);
    },
  };
};
