import { useLocation } from 'preact-iso';
import type { Me } from '../../../services/portal/answers.ts';
import { may } from '../api/me.ts';
import type { TaskFilter, TaskQuery, TaskView } from '../api/tasks.ts';
import { searchOf, tasksPath } from '../paths.ts';

const views: readonly string[] = ['mine', 'group', 'all'];
const filters: readonly string[] = ['overdue', 'today', 'unassigned'];

/** Whoever leads a section looks at all of it first. */
const firstView = (me: Me): TaskView => (may(me, 'lead-section') ? 'all' : 'mine');

/** What is shown stands in the address: a list can be kept as a bookmark, sent to a colleague, and the way back finds it again. */
export const useInboxQuery = (me: Me) => {
  const { query, route } = useLocation();
  const current: TaskQuery = {
    view: views.includes(query.view ?? '') ? (query.view as TaskView) : firstView(me),
    ...(filters.includes(query.only ?? '') ? { only: query.only as TaskFilter } : {}),
    ...(query.section ? { section: query.section } : {}),
    ...(query.query ? { query: query.query } : {}),
    ...(query.sort ? { sort: query.sort } : {}),
  };
  const hrefOf = (change: Partial<Record<keyof TaskQuery, string | undefined>>): string => {
    const { view, only, section, query: text, sort } = { ...current, ...change };
    return `${tasksPath}${searchOf({ view: view === firstView(me) ? undefined : view, only, section, query: text, sort })}`;
  };
  return { current, hrefOf, go: (change: Parameters<typeof hrefOf>[0]) => route(hrefOf(change)) };
};
