import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '../../../services/portal/answers.ts';
import type { TaskCounts } from '../../../services/tasks/answers.ts';
import { api } from '../api/client.ts';
import { takeNextTask } from '../api/next-task.ts';
import { useStaffName } from '../api/staff.ts';
import { claimTask, holderIn, readTasks, releaseTask, type TaskQuery } from '../api/tasks.ts';
import { searchOf, taskPath } from '../paths.ts';
import { announce } from '../ui/announce.tsx';
import type { Row } from '../ui/use-calm-list.ts';
import { useInboxTexts } from './words.ts';

const PAGE = 50;

export const useTaskList = (query: TaskQuery) => {
  const list = useInfiniteQuery({
    queryKey: ['tasks', 'list', query],
    queryFn: ({ signal, pageParam }) => readTasks({ ...query, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const items = useMemo(
    () => (list.data && !list.isPlaceholderData ? list.data.pages.flatMap((page) => page.items) : undefined),
    [list.data, list.isPlaceholderData],
  );
  return { ...list, items };
};

export const useTaskCounts = ({ view, section, query }: TaskQuery) =>
  useQuery({
    queryKey: ['tasks', 'counts', { view, section, query }],
    queryFn: ({ signal }) => api.get<TaskCounts>(`/api/tasks/counts${searchOf({ view, section, query })}`, signal),
    placeholderData: (before) => before,
  }).data;

/** Takes the most urgent task and opens it. */
export const useNextTask = (me: Me) => {
  const t = useInboxTexts();
  const { route } = useLocation();
  const [searching, setSearching] = useState(false);
  const [message, setMessage] = useState('');
  const open = async (): Promise<void> => {
    if (searching) return;
    setSearching(true);
    setMessage('');
    try {
      const task = await takeNextTask(me);
      if (task) route(taskPath(task.taskId));
      else setMessage(t.nextNone);
    } catch {
      setMessage(t.failed);
    } finally {
      setSearching(false);
    }
  };
  return { open, searching, message };
};

/** Takes a free task or returns one's own; a colleague's stays where it is. */
export const useTakeOrReturn = (me: Me) => {
  const t = useInboxTexts();
  const client = useQueryClient();
  const nameOf = useStaffName();
  return async (task: Row): Promise<void> => {
    try {
      if (task.assignee === me.account) {
        await releaseTask(task.taskId);
        announce(t.released(task.name));
      } else {
        await claimTask(task.taskId);
        announce(t.claimed(task.name));
      }
    } catch (fault) {
      const holder = holderIn(fault);
      announce(holder ? t.heldBy(nameOf(holder.by)) : fault instanceof Error ? fault.message : t.failed);
    }
    await client.invalidateQueries({ queryKey: ['tasks'] });
  };
};
