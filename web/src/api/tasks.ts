import type { QueryClient } from '@tanstack/preact-query';
import type { Task, TaskPage } from '../../../services/tasks/answers.ts';
import { searchOf } from '../paths.ts';
import { ApiFault, api } from './client.ts';

export type TaskView = 'mine' | 'group' | 'all';
export type TaskFilter = 'overdue' | 'today' | 'unassigned';
export type TaskQuery = { view: TaskView; only?: TaskFilter; section?: string; query?: string; sort?: string };

/** Counting stops here; services/tasks/list-store.ts. */
export const MOST_COUNTED = 1_000;

export const readTasks = (query: TaskQuery & { limit: number; cursor?: string }, signal?: AbortSignal): Promise<TaskPage> =>
  api.get<TaskPage>(`/api/tasks${searchOf(query)}`, signal);

export const readTask = (taskId: string, signal?: AbortSignal): Promise<Task> => api.get<Task>(`/api/tasks/${taskId}`, signal);

const change = (taskId: string, verb: string, body?: unknown): Promise<Task> => api.post<Task>(`/api/tasks/${taskId}/${verb}`, body);

export const claimTask = (taskId: string): Promise<Task> => change(taskId, 'claim');
export const releaseTask = (taskId: string): Promise<Task> => change(taskId, 'release');
export const assignTask = (taskId: string, command: { assignee: string; reason: string }): Promise<Task> =>
  change(taskId, 'assign', command);
export const handOverTask = (taskId: string, command: { to: string; reason: string }): Promise<Task> => change(taskId, 'handover', command);
export const completeTask = (taskId: string, variables: Record<string, unknown>): Promise<Task> =>
  change(taskId, 'complete', { variables });
export const saveDraft = (taskId: string, variables: Record<string, unknown>): Promise<Task> =>
  api.put<Task>(`/api/tasks/${taskId}/draft`, { variables });

/** Who holds a task, if that is why the server refused. */
export const holderIn = (fault: unknown): { by: string; at: string } | undefined =>
  fault instanceof ApiFault && fault.status === 409 ? (fault.details as { by: string; at: string } | undefined) : undefined;

/** A task that is done or gone leaves every list at once; the event stream confirms it a moment later. */
export const dropFromLists = (client: QueryClient, taskId: string): void => {
  client.setQueriesData<{ pages: TaskPage[]; pageParams: unknown[] }>(
    { queryKey: ['tasks', 'list'] },
    (lists) =>
      lists && { ...lists, pages: lists.pages.map((page) => ({ ...page, items: page.items.filter((task) => task.taskId !== taskId) })) },
  );
};
