import type { Knex } from 'knex';
import type { Database, Reader } from '../../db/connection.ts';
import { countCases, inPageOrder, keysOfPage, type Page, type PageOrder, prepareSearch } from '../cases/index.ts';
import type { Purpose } from '../office/index.ts';
import { encodeCursor } from '../platform/cursor.ts';
import type { User } from '../platform/route.ts';
import { caseScope } from '../staff/index.ts';
import { type TaskRow, taskColumns } from './store.ts';

export type ListedTask = TaskRow & { aktenzeichen: string; person: string; birthDate: string };
export type TaskView = 'mine' | 'group' | 'all';
export type TaskFilter = 'overdue' | 'today' | 'unassigned';
/** The office's day, from its first moment to the first of the next. */
export type OfficeDay = { start: Date; end: Date };
export type TaskQuery = {
  view: TaskView;
  section?: string;
  query?: string;
  /** Needs `day`. */
  only?: TaskFilter;
  day?: OfficeDay;
  sort: string;
  limit: number;
  cursor?: string;
};

type Sort = Omit<PageOrder, 'descending'> & { place: (task: ListedTask) => string[] };

/** Equal priority is sorted by its day. */
const sorts: Record<string, Sort> = {
  dueDate: { columns: ['due_at'], parts: ['time'], place: (task) => [task.dueAt.toISOString()] },
  priority: {
    columns: ['priority', 'due_at'],
    parts: ['number', 'time'],
    place: (task) => [String(task.priority), task.dueAt.toISOString()],
  },
  createdAt: { columns: ['created_at'], parts: ['time'], place: (task) => [task.createdAt.toISOString()] },
};
export const TASK_SORTS = Object.keys(sorts).flatMap((name) => [name, `-${name}`]);

const select = (db: Reader) =>
  db('tasks')
    .join('cases', 'cases.case_id', 'tasks.case_id')
    .join('persons', 'persons.person_id', 'cases.person_id')
    .select(taskColumns)
    .select({ aktenzeichen: 'cases.aktenzeichen', person: 'persons.listed_name', birthDate: 'persons.geburtsdatum' });

export const findListedTask = (db: Reader, taskId: string): Promise<ListedTask | undefined> =>
  select(db).where('tasks.task_id', taskId).first() as unknown as Promise<ListedTask | undefined>;

type Branch = Page['branches'][number];

const ofManyGroups =
  (groups: readonly string[]): Branch =>
  (rows) =>
    rows.whereRaw('cardinality(tasks.candidate_groups) > 1 and tasks.candidate_groups && ?::text[]', [groups as string[]]);

/** A task's groups are nearly always one; the few with more stand in an index of their own. */
const ofGroups = (groups: readonly string[]): Branch[] => [
  ...groups.map(
    (group): Branch =>
      (rows) =>
        rows.whereRaw('tasks.candidate_groups[1] = ?', [group]),
  ),
  ofManyGroups(groups),
];

const branchesOf = (user: User, view: TaskView): Branch[] => {
  if (user.applicant) return [];
  const scope = caseScope(user);
  const mine: Branch = (rows) => rows.where('tasks.assignee', user.account);
  if (view === 'mine') return [mine];
  if (view === 'group') {
    const ofTeam = (rows: Knex.QueryBuilder): void => {
      if (user.teams.length > 0) rows.where((team) => team.whereNull('tasks.team').orWhereIn('tasks.team', [...user.teams]));
    };
    return ofGroups(user.groups).map((group) => (rows) => {
      group(rows);
      ofTeam(rows);
    });
  }
  const sections = scope.sections.map(
    (section): Branch =>
      (rows) =>
        rows.where('tasks.section', section),
  );
  return [
    mine,
    ...sections,
    ...ofGroups(user.groups),
    ...(scope.hidden ? [(rows: Knex.QueryBuilder) => void rows.where('tasks.hidden', true)] : []),
  ];
};

const filters: Record<TaskFilter, (rows: Knex.QueryBuilder, day: OfficeDay) => void> = {
  overdue: (rows, day) => void rows.where('tasks.due_at', '<', day.start),
  today: (rows, day) => void rows.where('tasks.due_at', '>=', day.start).where('tasks.due_at', '<', day.end),
  unassigned: (rows) => void rows.whereNull('tasks.assignee'),
};

type Narrowing = Pick<TaskQuery, 'section' | 'query' | 'only' | 'day'>;

const MEANT = 'meant_tasks';

type Prepared = {
  narrow(only?: TaskFilter): Page['narrow'];
  among: Pick<Page, 'among'>;
  /** More are meant than a search looks at. */
  many: boolean;
  /** Names the tasks of the cases that are searched for, picked once for all branches and counts. */
  pick(rows: Knex.QueryBuilder): void;
};

/** What every list of this person's has in common, and what they asked for. */
const prepare = async (db: Database, user: User, query: Narrowing): Promise<Prepared> => {
  const { hidden } = caseScope(user);
  // Whoever has a task on a list may open it, name and all.
  const search = query.query ? await prepareSearch(db, query.query, { hidden, masked: false, identifies: false }) : undefined;
  const cases = search && db('cases').select('cases.case_id').modify(search.meant);
  return {
    narrow: (only) => (rows) => {
      rows.where('tasks.status', 'offen');
      if (!hidden) rows.where('tasks.hidden', false);
      if (query.section) rows.where('tasks.section', query.section);
      if (only && query.day) filters[only](rows, query.day);
    },
    among: cases ? { among: MEANT } : {},
    many: search?.many === true,
    pick: (rows) => {
      if (cases) rows.withMaterialized(MEANT, db('tasks').select('tasks.*').where('tasks.status', 'offen').whereIn('tasks.case_id', cases));
    },
  };
};

/**
 * Open tasks, a page at a time by keyset. `mine`: I hold them; `group`: my groups' and my team's; `all`: all I may see, that is my own, my
 * groups' and my sections'. Hidden tasks are in nobody's list but the security officer's.
 */
export const listTasks = async (
  db: Database,
  user: User,
  query: TaskQuery,
): Promise<{ items: ListedTask[]; next: string | null; many: boolean }> => {
  const { limit, cursor } = query;
  const sort = sorts[query.sort.replace('-', '')] as Sort;
  const branches = branchesOf(user, query.view);
  if (branches.length === 0) return { items: [], next: null, many: false };
  const { narrow, among, many, pick } = await prepare(db, user, query);
  const order = { ...sort, descending: query.sort.startsWith('-') };
  const page: Page = { ...order, table: 'tasks', ...among, id: 'task_id', limit, cursor, branches, narrow: narrow(query.only) };
  const list = select(db).join(keysOfPage(db, page).as('page'), 'page.task_id', 'tasks.task_id').modify(pick);
  const rows = (await inPageOrder(list, page)) as unknown as ListedTask[];
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor([...sort.place(last), last.taskId]) : null, many };
};

export const MOST_COUNTED = 1_000;
const views: readonly TaskView[] = ['mine', 'group', 'all'];

export type TaskCounts = { views: Record<TaskView, number>; overdue: number; today: number; unassigned: number; waiting: number };

/**
 * How many tasks each list holds that `listTasks` would give, in one round trip; beside it the cases that wait for others and so have none.
 * Nobody needs to know how many thousands: counting stops at MOST_COUNTED, so that the time does not grow with the office.
 */
export const countTasks = async (
  db: Database,
  user: User,
  query: { view: TaskView; section?: string; query?: string; day: OfficeDay },
): Promise<TaskCounts> => {
  const { narrow, among, pick } = await prepare(db, user, query);
  const count = (view: TaskView, only?: TaskFilter): Knex.QueryBuilder | Knex.Raw => {
    const branches = branchesOf(user, view);
    if (branches.length === 0) return db.raw('0');
    const page: Page = {
      columns: ['due_at'],
      parts: ['time'],
      descending: false,
      table: 'tasks',
      ...among,
      id: 'task_id',
      limit: MOST_COUNTED - 1,
      branches,
      narrow: narrow(only),
    };
    return db.select(db.raw('least(count(*), ?)::int', [MOST_COUNTED])).from(keysOfPage(db, page).as('page'));
  };
  const columns = {
    ...Object.fromEntries(views.map((view) => [view, count(view)])),
    ...Object.fromEntries(Object.keys(filters).map((only) => [only, count(query.view, only as TaskFilter)])),
  };
  const select = db.select(Object.entries(columns).map(([name, each]) => db.raw('(?) as ??', [each, name]))).modify(pick);
  const { section, query: text } = query;
  const waits = { section, query: text, status: 'wartet', mine: query.view === 'mine' };
  const [rows, waiting] = await Promise.all([select, countCases(db, user, waits, MOST_COUNTED)]);
  const [row] = rows as unknown as [Record<TaskView | TaskFilter, number>];
  const { mine, group, all, overdue, today, unassigned } = row;
  return { views: { mine, group, all }, overdue, today, unassigned, waiting };
};

/** How many open tasks each of these people holds; those without any are missing. */
export const countHeld = async (db: Database, accounts: readonly string[]): Promise<Map<string, number>> => {
  const rows = (await db('tasks')
    .where('status', 'offen')
    .whereIn('assignee', [...accounts])
    .groupBy('assignee')
    .select('assignee', db.raw('count(*)::int as held'))) as { assignee: string; held: number }[];
  return new Map(rows.map(({ assignee, held }) => [assignee, held]));
};

/** Most that anybody looks through at once; whoever has more begins with what is due first. */
const MOST_LISTED = 200;

/** Open tasks of steps for any of these, for my groups, due first: those that nobody else holds, or those that others hold. */
export const listTasksFor = (
  db: Database,
  user: User,
  anyOf: readonly Purpose[],
  held: 'mine-or-free' | 'others' = 'mine-or-free',
): Promise<ListedTask[]> =>
  select(db)
    .where('tasks.status', 'offen')
    .where((mine) => mine.whereRaw('tasks.candidate_groups[1] = any(?::text[])', [[...user.groups]]).orWhere(ofManyGroups(user.groups)))
    .whereIn('tasks.purpose', [...anyOf])
    .where((rows) =>
      held === 'others'
        ? rows.whereNotNull('tasks.assignee').whereNot('tasks.assignee', user.account)
        : rows.whereNull('tasks.assignee').orWhere('tasks.assignee', user.account),
    )
    .orderBy(['tasks.due_at', 'tasks.task_id'])
    .limit(MOST_LISTED) as unknown as Promise<ListedTask[]>;
