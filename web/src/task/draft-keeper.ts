import { beforeLock } from '../api/before-lock.ts';
import { ApiFault, isOutage, locked } from '../api/client.ts';
import { createStore } from '../api/create-store.ts';
import { saveDraft } from '../api/tasks.ts';

type Values = Record<string, unknown>;
export type DraftState = { kind: 'dirty' | 'saving' | 'failed' | 'refused' | 'kept' } | { kind: 'saved'; at: string };

const SAVE_AFTER_MS = 3_000;
const TRY_AGAIN_MS = 3_000;

/**
 * What was typed and is not on the server yet, by task. It lives outside the views: leaving a page, a server that is gone or a session that has
 * ended lose nothing, and saving is tried until it works. Only a task that is no longer this person's ends it; then the words stay in memory.
 */
const unsaved = new Map<string, Values>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const running = new Map<string, Promise<void>>();

export const draftStates = createStore<ReadonlyMap<string, DraftState>>(new Map());

const tell = (taskId: string, state: DraftState): void => draftStates.set(new Map(draftStates.get()).set(taskId, state));

const later = (taskId: string, ms: number): void => {
  clearTimeout(timers.get(taskId));
  timers.set(
    taskId,
    setTimeout(() => void flushDraft(taskId), ms),
  );
};

const isKept = (fault: unknown): boolean =>
  fault instanceof ApiFault && fault.status === 410 && (fault.details as { kept?: boolean } | undefined)?.kept === true;

const save = async (taskId: string, values: Values): Promise<void> => {
  tell(taskId, { kind: 'saving' });
  try {
    await saveDraft(taskId, values);
    const newer = unsaved.get(taskId) !== values;
    if (!newer) unsaved.delete(taskId);
    tell(taskId, newer ? { kind: 'dirty' } : { kind: 'saved', at: new Date().toISOString() });
  } catch (fault) {
    if (isKept(fault)) {
      // The task is gone, and what was typed is with the case.
      if (unsaved.get(taskId) === values) unsaved.delete(taskId);
      tell(taskId, { kind: 'kept' });
      return;
    }
    const passing = isOutage(fault) || (fault instanceof ApiFault && [401, 429, 500].includes(fault.status));
    tell(taskId, { kind: passing ? 'failed' : 'refused' });
    if (passing) later(taskId, TRY_AGAIN_MS);
  }
};

/** Saves now what waits to be saved; one call after the other. */
export const flushDraft = async (taskId: string): Promise<void> => {
  clearTimeout(timers.get(taskId));
  // Whoever waits longest goes first, and the others wait for that one, too: the same values are never sent twice.
  while (running.has(taskId)) await running.get(taskId);
  const values = unsaved.get(taskId);
  if (!values) return;
  if (locked.get()) {
    later(taskId, TRY_AGAIN_MS);
    return;
  }
  const saving = save(taskId, values).finally(() => running.delete(taskId));
  running.set(taskId, saving);
  await saving;
};

/** Notes what has been typed; it is saved a moment after the last change. */
export const keepDraft = (taskId: string, values: Values): void => {
  unsaved.set(taskId, values);
  tell(taskId, { kind: 'dirty' });
  later(taskId, SAVE_AFTER_MS);
};

/** The task is completed: nothing is left to save. Waits for a saving that runs, so that it cannot arrive after the completion. */
export const dropDraft = async (taskId: string): Promise<void> => {
  clearTimeout(timers.get(taskId));
  unsaved.delete(taskId);
  await running.get(taskId);
};

export const unsavedDraft = (taskId: string): Values | undefined => unsaved.get(taskId);

beforeLock.add(async () => {
  await Promise.all([...unsaved.keys()].map(flushDraft));
});

/** A tab that is closed or left in the background saves at once. Without a server the browser asks before words are lost. */
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const taskId of unsaved.keys()) void flushDraft(taskId);
});
addEventListener('beforeunload', (event) => {
  for (const taskId of unsaved.keys()) void flushDraft(taskId);
  if (unsaved.size > 0) event.preventDefault();
});
