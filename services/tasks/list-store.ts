import type { Database } from '../../db/connection.ts';
import { foldName } from '../cases/index.ts';
import { decodeCursor, encodeCursor } from '../platform/cursor.ts';
import type { User } from '../platform/route.ts';
import { caseScope } from '../staff/index.ts';
import { type Reader, type TaskRow, taskColumns } from './store.ts';

export type ListedTask = TaskRow & { aktenzeichen: string; person: string };
export type TaskView = 'mine' | 'group' | 'all';
export type TaskQuery = { view: TaskView; section?: string; query?: string; sort: string; limit: number; cursor?: string };

const sorts = { dueDate: 'tasks.due_at', priority: 'tasks.priority', createdAt: 'tasks.created_at' } as const;
export const TASK_SORTS = Object.keys(sorts).flatMap((name) => [name, `-${name}`]);

const select = (db: Reader) =>
  db('tasks')
    .join('cases', 'cases.case_id', 'tasks.case_id')
    .join('persons', 'persons.person_id', 'cases.person_id')
    .select(taskColumns)
    .select({ aktenzeichen: 'cases.aktenzeichen', person: db.raw(`persons.familienname || ', ' || persons.vornamen`) });

export const findListedTask = (db: Reader, taskId: string): Promise<ListedTask | undefined> =>
  select(db).where('tasks.task_id', taskId).first() as unknown as Promise<ListedTask | undefined>;

const sortValue = (task: ListedTask, column: string): string =>
  column === sorts.priority ? String(task.priority) : (column === sorts.dueDate ? task.dueAt : task.createdAt).toISOString();

/**
 * Open tasks, a page at a time by keyset. `mine`: I hold them; `group`: my groups' and my team's; `all`: all I may see, that is my groups'
 * and my sections'. Hidden tasks are in nobody's list but the security officer's.
 */
export const listTasks = async (db: Database, user: User, query: TaskQuery): Promise<{ items: ListedTask[]; next: string | null }> => {
  const descending = query.sort.startsWith('-');
  const column = sorts[query.sort.replace('-', '') as keyof typeof sorts];
  const scope = caseScope(user);
  const list = select(db).where('tasks.status', 'offen');
  if (!scope.hidden) list.where('tasks.hidden', false);
  if (query.view === 'mine') list.where('tasks.assignee', user.account);
  if (query.view === 'group') {
    list.whereRaw('tasks.candidate_groups && ?::text[]', [user.groups as string[]]);
    if (user.teams.length > 0) list.where((team) => team.whereNull('tasks.team').orWhereIn('tasks.team', [...user.teams]));
  }
  if (query.view === 'all') {
    list.where((seen) => {
      seen.whereIn('tasks.section', [...scope.sections]).orWhereRaw('tasks.candidate_groups && ?::text[]', [user.groups as string[]]);
      if (scope.hidden) seen.orWhere('tasks.hidden', true);
    });
  }
  if (query.section) list.where('tasks.section', query.section);
  if (query.query) {
    const folded = `%${foldName(query.query).replace(/[\\%_]/g, '\\$&')}%`;
    list.where((match) =>
      match
        .whereRaw('cases.aktenzeichen ilike ?', [`%${query.query?.replace(/[\\%_]/g, '\\$&')}%`])
        .orWhereRaw('persons.name_folded like ?', [folded]),
    );
  }
  if (query.cursor) {
    const [value, taskId] = decodeCursor(query.cursor);
    const cast = column === sorts.priority ? 'int' : 'timestamptz';
    list.whereRaw(`(??, tasks.task_id) ${descending ? '<' : '>'} (?::${cast}, ?::uuid)`, [column, value, taskId]);
  }
  const direction = descending ? 'desc' : 'asc';
  const rows = (await list
    .orderBy([
      { column, order: direction },
      { column: 'tasks.task_id', order: direction },
    ])
    .limit(query.limit + 1)) as unknown as ListedTask[];
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last ? encodeCursor([sortValue(last, column), last.taskId]) : null };
};
