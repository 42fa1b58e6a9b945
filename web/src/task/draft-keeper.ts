import { createAutosave } from '../api/autosave.ts';
import { ApiFault } from '../api/client.ts';
import { saveDraft } from '../api/tasks.ts';

type Values = Record<string, unknown>;
export type DraftState = { kind: 'dirty' | 'saving' | 'failed' | 'refused' | 'kept' } | { kind: 'saved'; at: string };

/** The task is gone, and what was typed is with the case. */
const isKept = (fault: unknown): boolean =>
  fault instanceof ApiFault && fault.status === 410 && (fault.details as { kept?: boolean } | undefined)?.kept === true;

/** What was typed into a task's form, by task. Only a task that is no longer this person's ends its saving. */
const drafts = createAutosave<Values, DraftState>({
  afterMs: 3_000,
  send: async (taskId, values) => {
    await saveDraft(taskId, values);
    return { kind: 'saved', at: new Date().toISOString() };
  },
  judge: (fault, passes) => (isKept(fault) ? { state: { kind: 'kept' }, gone: true } : { state: { kind: passes ? 'failed' : 'refused' } }),
  states: { dirty: { kind: 'dirty' }, saving: { kind: 'saving' } },
  asksBeforeLeaving: true,
});

export const { states: draftStates, keep: keepDraft, flush: flushDraft, drop: dropDraft, unsaved: unsavedDraft } = drafts;
