import { useQuery } from '@tanstack/preact-query';
import { api } from './client.ts';

export type DraftBlock = { kind: 'ueberschrift' | 'absatz' | 'liste' | 'exakt'; text?: string; items?: string[] };
export type DraftChange = { kind: 'same' | 'added' | 'removed' | 'changed'; before?: DraftBlock; after?: DraftBlock };

/** A decision before it is sent. */
export type Draft = {
  bescheidId: string;
  typ: string;
  subject: string;
  blocks: DraftBlock[];
  author: string | null;
  returns: number;
  /** Who gave it back, when and why, oldest first. */
  returned: { by: string; at: string; reason: string }[];
  /** Against the draft that was given back last; null at the first look. */
  changes: DraftChange[] | null;
};

/** The draft a task is about: null where nothing is drafted yet. */
export const useDraft = (taskId: string): Draft | null | undefined =>
  useQuery({
    queryKey: ['task', taskId, 'bescheid'],
    queryFn: async ({ signal }) => (await api.get<{ bescheid: Draft | null }>(`/api/tasks/${taskId}/bescheid`, signal)).bescheid,
  }).data;
