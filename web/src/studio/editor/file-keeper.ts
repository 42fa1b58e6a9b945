import type { FileText, SavedFile } from '../../../../services/studio/changes/answers.ts';
import { type Autosave, createAutosave } from '../../api/autosave.ts';
import { ApiFault, api } from '../../api/client.ts';
import { searchOf } from '../../paths.ts';

export type SaveState =
  | { kind: 'none' | 'dirty' | 'saving' | 'failed' }
  | { kind: 'saved'; at: string }
  | { kind: 'conflict'; by: string; at: string }
  | { kind: 'refused'; why: string };

type Waiting = { changeId: string; path: string; content: string };

const versions = new Map<string, number>();

export const keyOf = (changeId: string, path: string): string => `${changeId}/${path}`;
const place = (key: string): string => `lotse-datei/${key}`;

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

const conflictOf = (fault: unknown): { by?: string; at?: string } =>
  fault instanceof ApiFault && fault.status === 409 ? Object(fault.details) : {};

/**
 * Texts of a change that are not on the server yet. As long as they are not saved they lie in the tab's own storage, too: a page that is loaded again
 * loses nothing. Models hold no personal data, so they may lie there.
 */
const files: Autosave<Waiting, SaveState> = createAutosave<Waiting, SaveState>({
  afterMs: 1_500,
  send: async (key, { changeId, path, content }) => {
    const version = versions.get(key) ?? 0;
    const saved = await api.put<SavedFile>(`/api/process-changes/${changeId}/files`, {
      path,
      content,
      ...(version > 0 ? { version } : {}),
    });
    versions.set(key, saved.version);
    return { kind: 'saved', at: saved.savedAt };
  },
  judge: (fault, passes) => {
    const { by, at } = conflictOf(fault);
    if (by && at) return { state: { kind: 'conflict', by, at } };
    return { state: passes ? { kind: 'failed' } : { kind: 'refused', why: (fault as Error).message } };
  },
  states: { dirty: { kind: 'dirty' }, saving: { kind: 'saving' } },
  holds: (key) => files.states.get().get(key)?.kind === 'conflict',
  onGone: forget,
  asksBeforeLeaving: false,
});

export const { states: saveStates, flush: flushFile } = files;

/** Notes a text as it is now; it is saved a moment after the last change. */
export const keepFile = (changeId: string, path: string, content: string): void => {
  const key = keyOf(changeId, path);
  remember(key, content);
  files.keep(key, { changeId, path, content });
};

/** The version this tab's text of a file is made from. */
export const knownVersion = (key: string): number | undefined => versions.get(key);

/** What the server has: the version the next saving is checked against. */
export const knowVersion = (key: string, version: number, savedAt: string | null): void => {
  versions.set(key, version);
  if (!files.unsaved(key)) files.tell(key, savedAt ? { kind: 'saved', at: savedAt } : { kind: 'none' });
};

/** Somebody else saved in between, and this person's text is to stay: it is saved over theirs. */
export const saveOver = async (changeId: string, path: string): Promise<void> => {
  const key = keyOf(changeId, path);
  const { version } = await api.get<FileText>(`/api/process-changes/${changeId}/files${searchOf({ path })}`);
  versions.set(key, version);
  files.tell(key, { kind: 'dirty' });
  await flushFile(key);
};

/** This person's text is given up for the other. */
export const dropFile = (key: string): void => {
  void files.drop(key);
  files.tell(key, { kind: 'none' });
};

export const unsavedText = (key: string): string | undefined => files.unsaved(key)?.content;
