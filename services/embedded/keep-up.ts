import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../platform/log.ts';

/** `first`, then twice as long each time, at most half a minute (or `first`, if that is longer). */
export const backOff = (first: number, failures: number): number => Math.min(first * 2 ** Math.min(failures, 10), Math.max(first, 30_000));

export type KeepUp = { stop(): Promise<void> };

/** Looks after a detached part: when its process is gone, it is started again. Its data are its own; nothing is cleaned up here. */
export const keepUp = (options: {
  name: string;
  isUp: () => boolean;
  start: () => Promise<unknown>;
  restartMs: number;
  log: Logger;
  everyMs?: number;
}): KeepUp => {
  const { name, isUp, start, restartMs, log } = options;
  const ending = new AbortController();
  const rest = (ms: number) => pause(ms, undefined, { signal: ending.signal, ref: false }).catch(() => {});
  const watch = async () => {
    let failures = 0;
    while (!ending.signal.aborted) {
      await rest(options.everyMs ?? 500);
      if (ending.signal.aborted || isUp()) continue;
      log.warn({ part: name }, 'a part has ended and is started again');
      await rest(backOff(restartMs, failures));
      if (ending.signal.aborted) return;
      try {
        await start();
        failures = 0;
        log.info({ part: name }, 'the part is back');
      } catch (error) {
        failures += 1;
        log.error({ part: name, err: error }, 'the part did not start');
      }
    }
  };
  const ended = watch();
  return {
    stop: () => {
      ending.abort();
      return ended;
    },
  };
};
