import { useQuery } from '@tanstack/preact-query';
import type { Draft, TaskDraft } from '../../../services/letters/answers.ts';
import { api } from './client.ts';

/** The draft a task is about: null where nothing is drafted yet. */
export const useDraft = (taskId: string): Draft | null | undefined =>
  useQuery({
    queryKey: ['task', taskId, 'bescheid'],
    queryFn: async ({ signal }) => (await api.get<TaskDraft>(`/api/tasks/${taskId}/bescheid`, signal)).bescheid,
  }).data;
