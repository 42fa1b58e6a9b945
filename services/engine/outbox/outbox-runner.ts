import { setTimeout as pause } from 'node:timers/promises';
import { Logger, type LogLevel, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import type { Logger as Pino } from 'pino';
import { openSession } from '../../../db/session.ts';
import type { Deps } from '../../deps.ts';
import type { AnyCommand } from '../define-command.ts';
import { loadByPath } from '../load-by-path.ts';
import { holdPool, releasePool, unlockDead } from './dead-workers.ts';
import { createCommandTask } from './run-command.ts';
import type { Envelope } from './store.ts';

const sweepMs = 3_000;
const stopCapMs = 10_000;

/** graphile-worker logs every job at info; that is debug to us. */
const toPino = (log: Pino) =>
  new Logger(() => (level: LogLevel, message: string) => {
    if (level === 'error' || level === 'warning') log.warn(`outbox: ${message}`);
    else log.debug(`outbox: ${message}`);
  });

/**
 * graphile-worker's own pool loses its error listeners as soon as it is given back, and a connection that breaks a moment later then ends the
 * process. The listeners of this one stay for good; what is wrong with the database is told by the queries that fail.
 */
const openPool = (connectionString: string, max: number): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max, application_name: 'lotse outbox jobs' });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** A pool that ends because the database went away may wait for ever for a job that hangs on a dead connection. It is left behind after a while. */
const givenUp = (runner: Runner): Promise<void> =>
  new Promise((resolve) => {
    const begin = (): void => void setTimeout(resolve, stopCapMs).unref();
    runner.events.once('stop', begin);
    runner.events.once('pool:gracefulShutdown', begin);
  });

export type OutboxOptions = { servicesDir: string; concurrency?: number; pollIntervalMs?: number };

/**
 * Runs commands. Those that need the engine have their own pool, so that letters and mails still go out while all of its places wait for the engine.
 * A pool that ends by itself (database gone for long) is made anew.
 */
export const startOutbox = async (deps: Deps, { servicesDir, concurrency = 8, pollIntervalMs = 1_000 }: OutboxOptions) => {
  const { config, log } = deps;
  const stop = new AbortController();
  const poolIds = new Map<string, Promise<void>>();
  const session = openSession({
    databaseUrl: config.databaseUrl,
    name: 'outbox',
    log,
    onOpen: async (client) => {
      for (const id of poolIds.keys()) await holdPool(client, id);
    },
  });

  const take = async (poolId: string): Promise<void> => {
    while (!stop.signal.aborted && !session.connected()) await pause(20);
    await session.use((client) => holdPool(client, poolId));
  };
  const hold = (poolId: string): Promise<void> => {
    const held = poolIds.get(poolId) ?? take(poolId);
    poolIds.set(poolId, held);
    return held;
  };

  const found = await loadByPath<AnyCommand>(servicesDir, 'commands');
  const tasksOf = (needsEngine: boolean): TaskList =>
    Object.fromEntries(
      found
        .filter(({ value }) => (value.needsEngine ?? true) === needsEngine)
        .map(({ name, value }) => {
          const task = createCommandTask(name, value, deps, stop.signal);
          return [name, (payload: unknown, { job }: { job: { attempts: number } }) => task(payload as Envelope, job.attempts)];
        }),
    );

  const release = async (poolId: string): Promise<void> => {
    poolIds.delete(poolId);
    await session.use((client) => releasePool(client, poolId)).catch(() => undefined);
  };

  const startPool = (pgPool: pg.Pool, taskList: TaskList, places: number, own: Set<string>): Promise<Runner> =>
    run({
      pgPool,
      taskList,
      concurrency: places,
      noHandleSignals: true,
      pollInterval: pollIntervalMs,
      crontab: '',
      logger: toPino(log),
      preset: {
        plugins: [
          // Awaited before a pool takes its first job: nobody may see its jobs without its lock.
          {
            name: 'lotse-hold-pool',
            version: '1',
            worker: { hooks: { startWorker: (_, { worker }) => hold(own.add(worker.workerPool.id) && worker.workerPool.id) } },
          },
        ],
        // Without a batch nobody waits for these two, and a database that goes away in between would end the process. So it ends the pool.
        worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
      },
    });

  const keep = async (taskList: TaskList, places: number): Promise<void> => {
    if (Object.keys(taskList).length === 0) return;
    while (!stop.signal.aborted) {
      const own = new Set<string>();
      const pgPool = openPool(config.databaseUrl, places);
      try {
        const runner = await startPool(pgPool, taskList, places, own);
        const ended = runner.promise.catch((error: unknown) => log.warn({ err: error }, 'outbox: the pool ended'));
        const stopped = new Promise((resolve) => stop.signal.addEventListener('abort', resolve, { once: true }));
        await Promise.race([ended, stopped, givenUp(runner)]);
        // What has not ended by then is unlocked by whoever sees our lock free.
        if (stop.signal.aborted) await Promise.race([runner.stop().catch(() => undefined), pause(stopCapMs, undefined, { ref: false })]);
      } catch (error) {
        log.warn({ err: error }, 'outbox: cannot start, trying again');
      }
      // Not awaited: it ends when the last connection is given back, which a dead one may never be.
      pgPool.end().catch(() => undefined);
      for (const poolId of own) await release(poolId);
      if (!stop.signal.aborted) await pause(1_000, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };

  const sweep = async (): Promise<void> => {
    try {
      const dead = (await session.use((client) => unlockDead(client, [...poolIds.keys()]))) ?? [];
      if (dead.length > 0) log.warn({ pools: dead.length }, 'outbox: commands of a dead process taken over');
    } catch (error) {
      log.debug({ err: error }, 'outbox: sweep failed');
    }
  };
  const sweeper = setInterval(() => void sweep(), sweepMs);
  const pools = [keep(tasksOf(true), concurrency), keep(tasksOf(false), Math.min(concurrency, 4))];

  return {
    commands: found.map(({ name }) => name),
    stop: async (): Promise<void> => {
      clearInterval(sweeper);
      stop.abort(new Error('the workers process stops'));
      await Promise.all(pools);
      await session.close();
    },
  };
};
