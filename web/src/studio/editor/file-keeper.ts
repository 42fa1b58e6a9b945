import { beforeLock } from '../../api/before-lock.ts';
import { ApiFault, api, isOutage, locked } from '../../api/client.ts';
import { createStore } from '../../api/create-store.ts';
import { searchOf } from '../../paths.ts';

export type SaveState =
  | { kind: 'none' | 'dirty' | 'saving' | 'failed' }
  | { kind: 'saved'; at: string }
  | { kind: 'conflict'; by: string; at: string }
  | { kind: 'refused'; why: string };

type Waiting = { changeId: string; path: string; content: string };

const SAVE_AFTER_MS = 1_500;
const TRY_AGAIN_MS = 3_000;

/**
 * Texts of a change that are not on the server yet. They live outside the views and, as long as they are not saved, in the tab's own storage, too:
 * a page that is left, loaded again, or a server that is gone loses nothing. Models hold no personal data, so they may lie there.
 */
const unsaved = new Map<string, Waiting>();
const versions = new Map<string, number>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const running = new Map<string, Promise<void>>();

export const saveStates = createStore<ReadonlyMap<string, SaveState>>(new Map());

export const keyOf = (changeId: string, path: string): string => `${changeId}/${path}`;
const place = (key: string): string => `lotse-datei/${key}`;

const tell = (key: string, state: SaveState): void => saveStates.set(new Map(saveStates.get()).set(key, state));

const remember = (key: string, content: string): void => {
  try {
    sessionStorage.setItem(place(key), JSON.stringify({ content, version: versions.get(key) ?? 0 }));
  } catch {
    // A browser that keeps nothing, or is full: the text is in memory all the same.
  }
};
const forget = (key: string): void => {
  try {
    sessionStorage.removeItem(place(key));
  } catch {
    // As above.
  }
};

/** A text of this tab that never reached the server, and the version it was made from. */
export const leftOver = (key: string): { content: string; version: number } | undefined => {
  try {
    const text = sessionStorage.getItem(place(key));
    return text === null ? undefined : (JSON.parse(text) as { content: string; version: number });
  } catch {
    return undefined;
  }
};

const later = (key: string, ms: number): void => {
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => void flushFile(key), ms),
  );
};

const refusal = (key: string, fault: unknown): void => {
  const conflict =
    fault instanceof ApiFault && fault.status === 409 ? (fault.details as { by?: string; at?: string } | undefined) : undefined;
  if (conflict?.by && conflict.at) {
    tell(key, { kind: 'conflict', by: conflict.by, at: conflict.at });
    return;
  }
  const passing = isOutage(fault) || (fault instanceof ApiFault && [401, 429, 500].includes(fault.status));
  tell(key, passing ? { kind: 'failed' } : { kind: 'refused', why: (fault as Error).message });
  if (passing) later(key, TRY_AGAIN_MS);
};

const save = async (key: string, wanted: Waiting): Promise<void> => {
  tell(key, { kind: 'saving' });
  try {
    const { changeId, path, content } = wanted;
    const version = versions.get(key) ?? 0;
    const saved = await api.put<{ savedAt: string; version: number }>(`/api/process-changes/${changeId}/files`, {
      path,
      content,
      ...(version > 0 ? { version } : {}),
    });
    versions.set(key, saved.version);
    const newer = unsaved.get(key) !== wanted;
    if (!newer) {
      unsaved.delete(key);
      forget(key);
    }
    tell(key, newer ? { kind: 'dirty' } : { kind: 'saved', at: saved.savedAt });
  } catch (fault) {
    refusal(key, fault);
  }
};

/** Saves now what waits to be saved; one call after the other. */
export const flushFile = async (key: string): Promise<void> => {
  clearTimeout(timers.get(key));
  // Whoever waits longest goes first, and the others wait for that one, too: the same text is never sent twice.
  while (running.has(key)) await running.get(key);
  const wanted = unsaved.get(key);
  if (!wanted || saveStates.get().get(key)?.kind === 'conflict') return;
  if (locked.get()) {
    later(key, TRY_AGAIN_MS);
    return;
  }
  const saving = save(key, wanted).finally(() => running.delete(key));
  running.set(key, saving);
  await saving;
};

/** Notes a text as it is now; it is saved a moment after the last change. */
export const keepFile = (changeId: string, path: string, content: string): void => {
  const key = keyOf(changeId, path);
  unsaved.set(key, { changeId, path, content });
  remember(key, content);
  if (saveStates.get().get(key)?.kind === 'conflict') return;
  tell(key, { kind: 'dirty' });
  later(key, SAVE_AFTER_MS);
};

/** What the server has: the version the next saving is checked against. */
/** The version this tab's text of a file is made from. */
export const knownVersion = (key: string): number | undefined => versions.get(key);

export const knowVersion = (key: string, version: number, savedAt: string | null): void => {
  versions.set(key, version);
  if (!unsaved.has(key)) tell(key, savedAt ? { kind: 'saved', at: savedAt } : { kind: 'none' });
};

/** Somebody else saved in between, and this person's text is to stay: it is saved over theirs. */
export const saveOver = async (changeId: string, path: string): Promise<void> => {
  const key = keyOf(changeId, path);
  const { version } = await api.get<{ version: number }>(`/api/process-changes/${changeId}/files${searchOf({ path })}`);
  versions.set(key, version);
  tell(key, { kind: 'dirty' });
  await flushFile(key);
};

/** This person's text is given up for the other. */
export const dropFile = (key: string): void => {
  clearTimeout(timers.get(key));
  unsaved.delete(key);
  forget(key);
  tell(key, { kind: 'none' });
};

export const unsavedText = (key: string): string | undefined => unsaved.get(key)?.content;

beforeLock.add(async () => {
  await Promise.all([...unsaved.keys()].map(flushFile));
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const key of unsaved.keys()) void flushFile(key);
});
addEventListener('beforeunload', () => {
  for (const key of unsaved.keys()) void flushFile(key);
});
