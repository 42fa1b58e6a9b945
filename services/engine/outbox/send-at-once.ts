import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../../deps.ts';
import type { Sender } from '../commands.ts';
import type { AnyCommand } from '../define-command.ts';
import { EngineOverloaded } from '../errors.ts';
import { loadByPath } from '../load-by-path.ts';
import { createCommandRun } from './run-command.ts';
import { handBack, meetNames, removeDone } from './store.ts';

/** Notes of what is done are written together: a note that comes late costs nothing, one for each costs a commit. */
const noteAfterMs = 50;
const stopCapMs = 10_000;
/** An engine that is full is left to the runner for so long: it waits longer from try to try, and what has waited must not be overtaken for ever. */
const fullMs = 1_000;

/**
 * The short way of the outbox. Whoever has committed a command that is one call to the engine (`atOnce`) gives it to the engine at once, and the row, which the runner would not look at for
 * some seconds (`holdSeconds`), is taken away afterwards, many in one statement. Whatever does not succeed at the first try is the runner's at once; what was
 * on its way when the process died is the runner's when its seconds are over. While the engine is away nothing goes this way.
 */
export const startSending = async (deps: Deps, { servicesDir, most = 128 }: { servicesDir: string; most?: number }) => {
  const { db, engine, log } = deps;
  const stop = new AbortController();
  const found = await loadByPath<AnyCommand>(servicesDir, 'commands');
  const runs = new Map(
    found.filter(({ value }) => value.atOnce).map(({ name, value }) => [name, createCommandRun(name, value, deps, stop.signal)]),
  );
  await meetNames(
    db,
    found.map(({ name }) => name),
  );
  const running = new Set<Promise<void>>();
  let done: string[] = [];
  let failed: string[] = [];
  let noting: Promise<void> | undefined;
  let fullUntil = 0;

  const note = async (): Promise<void> => {
    await pause(noteAfterMs, undefined, { signal: stop.signal }).catch(() => undefined);
    noting = undefined;
    const [gone, back] = [done, failed];
    [done, failed] = [[], []];
    try {
      await Promise.all([gone.length > 0 && removeDone(db, gone), back.length > 0 && handBack(db, back)]);
    } catch (error) {
      log.debug({ err: error }, 'outbox: what was sent could not be noted and is sent again');
    }
  };

  const sender: Sender = {
    takes: (name) => !stop.signal.aborted && running.size < most && performance.now() >= fullUntil && runs.has(name) && engine.health().ok,
    send: ({ id, name, envelope }) => {
      const work = (async () => {
        try {
          await runs.get(name)?.(envelope, 1);
          done.push(id);
        } catch (error) {
          log.debug({ command: name, err: error }, 'outbox: not at the first try');
          if (error instanceof EngineOverloaded) fullUntil = performance.now() + fullMs;
          failed.push(id);
        }
        noting ??= note();
      })().finally(() => running.delete(work));
      running.add(work);
    },
  };
  return {
    sender,
    stop: async (): Promise<void> => {
      stop.abort(new Error('the process stops'));
      await Promise.race([Promise.allSettled(running), pause(stopCapMs, undefined, { ref: false })]);
      await noting;
    },
  };
};
