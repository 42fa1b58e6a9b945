import { beforeLock } from './before-lock.ts';
import { ApiFault, isOutage, locked } from './client.ts';
import { createStore, type Store } from './create-store.ts';

/** What has become of a value that could not be saved. `gone`: the server has it otherwise, nothing of it is left to save. */
type Verdict<State> = { state: State; gone?: true };

type Options<Value, State> = {
  /** How long nothing must have changed before it is saved, in ms. */
  afterMs: number;
  /** Saves the value, and says what the person reads then. */
  send: (key: string, value: Value) => Promise<State>;
  /** What the person reads when it was refused; a fault that passes is tried again by itself. */
  judge: (fault: unknown, passes: boolean) => Verdict<State>;
  /** What they read while it waits, and while it is being sent. */
  states: { dirty: State; saving: State };
  /** True holds a value back until it is kept again, e.g. while two versions stand against each other. */
  holds?: (key: string) => boolean;
  /** Told when the value is on the server or given up. */
  onGone?: (key: string) => void;
  /** Without a server the browser asks before a tab with unsaved words is closed. */
  asksBeforeLeaving: boolean;
};

export type Autosave<Value, State> = {
  states: Store<ReadonlyMap<string, State>>;
  tell: (key: string, state: State) => void;
  /** Notes a value as it is now; it is saved a moment after the last change. */
  keep: (key: string, value: Value) => void;
  /** Saves now what waits to be saved; one call after the other. */
  flush: (key: string) => Promise<void>;
  /** Nothing is left to save. Waits for a saving that runs, so that it cannot arrive after what comes next. */
  drop: (key: string) => Promise<void>;
  unsaved: (key: string) => Value | undefined;
};

const TRY_AGAIN_MS = 3_000;

const passes = (fault: unknown): boolean => isOutage(fault) || (fault instanceof ApiFault && [401, 429, 500].includes(fault.status));

/**
 * What was typed and is not on the server yet, by key. It lives outside the views: leaving a page, a server that is gone or a session that has ended
 * lose nothing, and saving is tried until it works or is refused for good; then the words stay in memory. A tab that is closed or left in the
 * background saves at once, and so does whoever locks the screen.
 */
export const createAutosave = <Value, State>(options: Options<Value, State>): Autosave<Value, State> => {
  const waiting = new Map<string, { value: Value }>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const running = new Map<string, Promise<void>>();
  const states = createStore<ReadonlyMap<string, State>>(new Map());

  const tell = (key: string, state: State): void => states.set(new Map(states.get()).set(key, state));
  const holds = (key: string): boolean => options.holds?.(key) ?? false;

  const later = (key: string, ms: number): void => {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void flush(key), ms),
    );
  };

  const forget = (key: string): void => {
    waiting.delete(key);
    options.onGone?.(key);
  };

  const save = async (key: string, wanted: { value: Value }): Promise<void> => {
    tell(key, options.states.saving);
    const isNewest = (): boolean => waiting.get(key) === wanted;
    const isOvertaken = (): boolean => waiting.has(key) && !isNewest();
    try {
      const saved = await options.send(key, wanted.value);
      if (isNewest()) forget(key);
      tell(key, isOvertaken() ? options.states.dirty : saved);
    } catch (fault) {
      const passing = passes(fault);
      const { state, gone } = options.judge(fault, passing);
      if (gone && isNewest()) forget(key);
      tell(key, state);
      if (passing && !gone) later(key, TRY_AGAIN_MS);
    }
  };

  const flush = async (key: string): Promise<void> => {
    clearTimeout(timers.get(key));
    // Whoever waits longest goes first, and the others wait for that one, too: the same value is never sent twice.
    while (running.has(key)) await running.get(key);
    const wanted = waiting.get(key);
    if (!wanted || holds(key)) return;
    if (locked.get()) {
      later(key, TRY_AGAIN_MS);
      return;
    }
    const saving = save(key, wanted).finally(() => running.delete(key));
    running.set(key, saving);
    await saving;
  };

  const flushAll = async (): Promise<void> => void (await Promise.all([...waiting.keys()].map(flush)));
  beforeLock.add(flushAll);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushAll();
  });
  addEventListener('beforeunload', (event) => {
    void flushAll();
    if (options.asksBeforeLeaving && waiting.size > 0) event.preventDefault();
  });

  return {
    states,
    tell,
    keep: (key, value) => {
      waiting.set(key, { value });
      if (holds(key)) return;
      tell(key, options.states.dirty);
      later(key, options.afterMs);
    },
    flush,
    drop: async (key) => {
      clearTimeout(timers.get(key));
      forget(key);
      await running.get(key);
    },
    unsaved: (key) => waiting.get(key)?.value,
  };
};
