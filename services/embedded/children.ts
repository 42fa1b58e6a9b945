import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../platform/log.ts';
import { backOff } from './keep-up.ts';

/**
 * What parent and child say to each other over IPC.
 * Child: `ready` once it serves; `drains` if it knows `drain`. `drained` when only the record endpoint is left.
 * Parent: `drain` = take nothing new, finish what runs; `stop` = end the process. A child whose channel closes has lost its
 * parent and ends by itself in the same order.
 */
export type FromChild = { type: 'ready'; drains?: boolean } | { type: 'drained' };
export type ToChild = { type: 'drain' } | { type: 'stop' };

export type ChildName = 'api' | 'workers';
export type Children = {
  pids(): Partial<Record<ChildName, number>>;
  /** First step of the stop, while engine and database are still there. */
  drain(): Promise<void>;
  stop(): Promise<void>;
};

export type ChildrenOptions = {
  names: readonly ChildName[];
  /** The file that both children run, with `--only <name>`. */
  main: string;
  env: NodeJS.ProcessEnv;
  log: Logger;
  restartMs: number;
  /** Aborted when the start is to be given up. */
  signal: AbortSignal;
  /** Told at once of every process made: if we are killed, the next starter must know whom to wait for. */
  onLaunch?: (name: ChildName, pid: number | undefined) => void;
};

const stopLimitMs = 15_000;

type Child = {
  name: ChildName;
  process: ChildProcess;
  ready: Promise<boolean>;
  exited: Promise<void>;
  drains: boolean;
  drained: Promise<void>;
  startedAt: number;
};

const launch = ({ main, env, onLaunch }: ChildrenOptions, name: ChildName): Child => {
  // A group of its own: Ctrl-C in the terminal must reach the starter only, which then stops the parts in their order.
  const process_ = spawn(process.execPath, [main, '--only', name], { env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  onLaunch?.(name, process_.pid);
  const ready = Promise.withResolvers<boolean>();
  const drained = Promise.withResolvers<void>();
  const exited = Promise.withResolvers<void>();
  const child: Child = {
    name,
    process: process_,
    ready: ready.promise,
    exited: exited.promise,
    drained: drained.promise,
    drains: false,
    startedAt: performance.now(),
  };
  process_.on('message', (message: FromChild) => {
    if (message.type === 'drained') drained.resolve();
    if (message.type !== 'ready') return;
    child.drains = message.drains === true;
    ready.resolve(true);
  });
  const end = () => {
    ready.resolve(false);
    drained.resolve();
    exited.resolve();
  };
  process_.once('exit', end);
  process_.once('error', end);
  return child;
};

const tell = ({ process: process_ }: Child, message: ToChild): void => {
  if (process_.connected) process_.send(message, () => {});
};

const withLimit = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => true), pause(stopLimitMs, false, { ref: false })]);

/**
 * Runs `main --only api` and `main --only workers`, and starts each again when it dies. Resolves when all have reported
 * ready once; throws when one dies before that, because then it would die again.
 */
export const superviseChildren = async (options: ChildrenOptions): Promise<Children> => {
  const { log, names, restartMs } = options;
  const children = new Map<ChildName, Child>();
  let stopping = false;

  const watch = async (name: ChildName): Promise<void> => {
    for (let failures = 0; !stopping; failures += 1) {
      const child = children.get(name) as Child;
      await child.exited;
      if (stopping) return;
      if (performance.now() - child.startedAt > 60_000) failures = 0;
      const { exitCode, signalCode } = child.process;
      log.warn({ child: name, exitCode, signalCode }, 'a child has ended and is started again');
      await pause(backOff(restartMs, failures), undefined, { ref: false });
      if (!stopping) children.set(name, launch(options, name));
    }
  };
  const each = (work: (child: Child) => Promise<void>) => Promise.all([...children.values()].map(work));
  const stop = async (): Promise<void> => {
    stopping = true;
    await each(async (child) => {
      tell(child, { type: 'stop' });
      if (await withLimit(child.exited)) return;
      log.warn({ child: child.name }, 'a child did not stop in time and is killed');
      child.process.kill('SIGKILL');
      await child.exited;
    });
  };

  for (const name of names) children.set(name, launch(options, name));
  const aborted = Promise.withResolvers<undefined>();
  options.signal.addEventListener('abort', () => aborted.resolve(undefined), { once: true });
  const ready = await Promise.race([Promise.all([...children.values()].map((child) => child.ready)), aborted.promise]);
  const failed = names.filter((_, index) => !ready?.[index]);
  if (failed.length > 0) {
    await stop();
    options.signal.throwIfAborted();
    throw new Error(`${failed.join(' and ')} ended before being ready; the reason stands above.`);
  }
  for (const name of names) void watch(name);

  return {
    pids: () => Object.fromEntries([...children].map(([name, child]) => [name, child.process.pid])),
    drain: async () => {
      stopping = true;
      await each(async (child) => {
        if (!child.drains) return;
        tell(child, { type: 'drain' });
        await withLimit(child.drained);
      });
    },
    stop,
  };
};
