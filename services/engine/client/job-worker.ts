import { setTimeout as pause } from 'node:timers/promises';
import type { ClientReadableStream } from '@grpc/grpc-js';
import type { Logger } from 'pino';
import type { Job, JobWorker, JobWorkerSpec } from '../engine.ts';
import type { Connection } from './connection.ts';
import type { JobRequest, WireJob } from './gateway.ts';
import { status } from './grpc-errors.ts';

const maxPauseMs = 30_000;
const quietMs = 120_000;
/** The first look after a stream was opened; a job made a moment before the brokers knew of the stream is found by the next. */
const firstLookMs = 250;

const toJob = (wire: WireJob): Job => ({
  key: wire.key,
  type: wire.type,
  elementId: wire.elementId,
  bpmnProcessId: wire.bpmnProcessId,
  processInstanceKey: wire.processInstanceKey,
  elementInstanceKey: wire.elementInstanceKey,
  processDefinitionKey: wire.processDefinitionKey,
  retries: wire.retries,
  deadline: Number(wire.deadline),
  customHeaders: JSON.parse(wire.customHeaders),
  variables: JSON.parse(wire.variables),
});

const isFull = (error: unknown): boolean => (error as { code?: unknown } | undefined)?.code === status.resourceExhausted;

/** 1, 2, 4 … 30 s, each shortened by up to a half at random, so that many workers don't come back at the same instant. */
export const pauseAfter = (failures: number, random = Math.random): number =>
  Math.min(maxPauseMs, 1_000 * 2 ** Math.min(failures, 10)) * (1 - random() / 2);

/**
 * One job type's worker. The engine pushes jobs down a stream as they are made, and those of which a time limit or a pause has ended. What was there before
 * the stream, or was lost on its way, is found by a look now and then: soon after opening, then after pauses that double up to `pollMs`. A look that is
 * refused is put again after a growing pause. A stream that breaks is opened again: after a growing pause when the engine is full, as soon as the engine is
 * healthy when it was gone. A connection that has fallen silent is noticed by the watchdog, which replaces it.
 */
export const openJobWorker = (connection: Connection, spec: JobWorkerSpec, pollMs: number, log: Logger): JobWorker => {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  /** Pushed while all places were taken, with the moment each came. */
  const queue: { wire: WireJob; at: number }[] = [];
  let stream: ClientReadableStream<WireJob> | undefined;
  let lookTimer: NodeJS.Timeout | undefined;
  let lookMs = firstLookMs;
  let failures = 0;
  let refused = 0;
  let reopening = false;
  let lastTrouble = 0;

  const request: JobRequest = {
    type: spec.type,
    worker: 'lotse',
    timeout: spec.timeoutMs,
    // An empty list means all of them; the engine ignores a name that no variable has.
    fetchVariable: spec.fetchVariables === 'all' ? [] : spec.fetchVariables.length > 0 ? spec.fetchVariables : ['-'],
  };

  /** The engine would hold it back until its time limit. */
  const giveBack = ({ key: jobKey, retries }: WireJob): void => {
    const back = connection.call('failJob', (client) =>
      client.failJob({ jobKey, retries, errorMessage: 'Der Prozess wurde beendet.', retryBackOff: 0 }),
    );
    void back.catch(() => undefined);
  };

  const start = (wire: WireJob): void => {
    const work = Promise.resolve()
      .then(() => spec.onJob(toJob(wire)))
      .catch((error: unknown) => log.error({ err: error, jobType: spec.type }, 'engine: a job runner rejected'))
      .finally(() => {
        running.delete(work);
        startWaiting();
      });
    running.add(work);
  };

  const startWaiting = (): void => {
    while (!stop.signal.aborted && running.size < spec.maxJobs) {
      const next = queue.shift();
      if (!next) break;
      // One that has waited for half of its time might be given to somebody else in the middle of our work: it comes again.
      if (performance.now() - next.at < spec.timeoutMs / 2) start(next.wire);
    }
    if (queue.length < spec.maxJobs && stream?.isPaused()) stream.resume();
  };

  const take = (wire: WireJob): void => {
    if (stop.signal.aborted) {
      giveBack(wire);
      return;
    }
    failures = 0;
    if (running.size < spec.maxJobs) {
      start(wire);
      return;
    }
    queue.push({ wire, at: performance.now() });
    // Nothing more is read: the engine notices, and keeps its jobs.
    if (queue.length >= spec.maxJobs) stream?.pause();
  };

  const close = (): void => {
    clearTimeout(lookTimer);
    const old = stream;
    stream = undefined;
    old?.cancel();
  };

  const planLook = (mine: ClientReadableStream<WireJob>, delay: number): void => {
    lookTimer = setTimeout(() => void look(mine), delay).unref();
  };

  const look = async (mine: ClientReadableStream<WireJob>): Promise<void> => {
    const room = spec.maxJobs - running.size - queue.length;
    try {
      const found = room > 0 ? await connection.gateway().fetchJobs(request, room) : [];
      refused = 0;
      found.forEach(take);
      if (stream !== mine) return;
      planLook(mine, found.length > 0 ? firstLookMs : lookMs);
      lookMs = Math.min(2 * lookMs, pollMs);
    } catch (error) {
      // An engine that is full refuses looks first. What it makes it goes on pushing, so the stream stays.
      if (!isFull(error)) connection.check();
      if (stream === mine) planLook(mine, pauseAfter(refused));
      refused += 1;
    }
  };

  const open = (): void => {
    if (stop.signal.aborted) return;
    lookMs = Math.min(firstLookMs, pollMs);
    const mine = connection.gateway().streamJobs(request);
    stream = mine;
    mine
      .on('data', take)
      .on('error', (error) => trouble(mine, error))
      .on('end', () => trouble(mine, undefined));
    void look(mine);
  };

  const trouble = (mine: ClientReadableStream<WireJob>, error: unknown): void => {
    if (mine === stream) void openAgain(isFull(error));
  };

  const openAgain = async (full: boolean): Promise<void> => {
    if (reopening || stop.signal.aborted) return;
    reopening = true;
    close();
    if (performance.now() - lastTrouble > quietMs) failures = 0;
    lastTrouble = performance.now();
    const wait = full ? pauseAfter(failures) : Math.min(pauseAfter(failures), 1_000);
    if (failures === 0) log.warn({ jobType: spec.type, full, waitMs: Math.round(wait) }, 'engine: jobs paused');
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

  open();
  return {
    close: async (capMs = 10_000) => {
      stop.abort(new Error('the worker is being closed'));
      leave();
      close();
      for (const { wire } of queue.splice(0)) giveBack(wire);
      // What has not ended by then is handed out again after its time limit.
      await Promise.race([Promise.allSettled(running), pause(capMs, undefined, { ref: false })]);
    },
  };
};
