import type { Knex } from 'knex';
import { ask, type Prepared, prepare } from '../../db/ask.ts';
import type { Database, Reader, Transaction } from '../../db/connection.ts';
import { selected } from '../../db/parts.ts';
import { type CaseRow, caseAtHand, countCases, inPageOrder, keysOfPage, type Page, type PageOrder, prepareSearch } from '../cases/index.ts';
import type { Purpose } from '../office/index.ts';
import { encodeCursor } from '../platform/cursor.ts';
import type { User } from '../platform/route.ts';
import { readQuery } from '../search/index.ts';
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

/** A task with what its screen shows besides: whose case it is of, and the case. */
export type ShownTask = ListedTask & { found: CaseRow };

const shown = prepare(
  `select ${selected(taskColumns)}, cases.aktenzeichen, persons.listed_name as person, persons.geburtsdatum as "birthDate",
          (select to_json(r) from (${caseAtHand.sql}) r) as found
     from tasks join cases on cases.case_id = tasks.case_id join persons on persons.person_id = cases.person_id
    where tasks.task_id = $1`,
);
const shownLocked = prepare(`${shown.text} for no key update of tasks`);

const readShown = async (db: Reader, statement: Prepared, taskId: string): Promise<ShownTask | undefined> => {
  const [row] = await ask<ListedTask & { found: Record<string, unknown> }>(db, statement, [taskId]);
  return row && { ...row, found: caseAtHand.read(row.found) };
};

export const findShownTask = (db: Reader, taskId: string): Promise<ShownTask | undefined> => readShown(db, shown, taskId);
export const lockShownTask = (trx: Transaction, taskId: string): Promise<ShownTask | undefined> => readShown(trx, shownLocked, taskId);

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
    return ofGroups(user.groups).map((group) => (rows, direction) => {
      group(rows, direction);
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

type Narrowed = {
  narrow(only?: TaskFilter): Page['narrow'];
  among: Pick<Page, 'among'>;
  /** More are meant than a search looks at. */
  many: boolean;
  /** Names the tasks of the cases that are searched for, picked once for all branches and counts. */
  pick(rows: Knex.QueryBuilder): void;
};

/** What every list of this person's has in common, and what they asked for. */
const narrowFor = async (db: Database, user: User, query: Narrowing): Promise<Narrowed> => {
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

type ListedPage = { items: ListedTask[]; next: string | null; many: boolean };

const sortOf = ({ sort }: Pick<TaskQuery, 'sort'>): Sort => sorts[sort.replace('-', '')] as Sort;

const pageOf = (rows: readonly ListedTask[], query: Pick<TaskQuery, 'sort' | 'limit'>, many: boolean): ListedPage => {
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last ? encodeCursor([...sortOf(query).place(last), last.taskId]) : null, many };
};

/** The tasks of one number are few, whatever the office holds: `branchesOf` and `filters` as conditions. */
const ofNumber = (sort: string): Prepared => {
  const order = [...sortOf({ sort }).columns, 'task_id'].map((column) => `tasks.${column}${sort.startsWith('-') ? ' desc' : ''}`);
  return prepare(
    `select ${selected(taskColumns)}, cases.aktenzeichen, persons.listed_name as person, persons.geburtsdatum as "birthDate"
       from cases join tasks on tasks.case_id = cases.case_id join persons on persons.person_id = cases.person_id
      where cases.aktenzeichen = $1 and tasks.status = 'offen' and ($2 or not (cases.hidden or tasks.hidden))
        and case $3 when 'mine' then tasks.assignee = $4
                    when 'group' then tasks.candidate_groups && $5 and (cardinality($6::text[]) = 0 or tasks.team is null or tasks.team = any($6))
                    else tasks.assignee = $4 or tasks.section = any($7) or tasks.candidate_groups && $5 or ($2 and tasks.hidden) end
        and ($8::text is null or tasks.section = $8)
        and ($9::timestamptz is null or tasks.due_at >= $9) and ($10::timestamptz is null or tasks.due_at < $10)
        and not ($11 and tasks.assignee is not null)
      order by ${order.join(', ')} limit $12`,
  );
};
const numberStatements = new Map(TASK_SORTS.map((sort) => [sort, ofNumber(sort)]));

const listOfNumber = (db: Database, user: User, query: TaskQuery, aktenzeichen: string): Promise<ListedTask[]> => {
  const { hidden, sections } = caseScope(user);
  const { view, section, only, day, limit } = query;
  const from = only === 'today' ? day?.start : undefined;
  const before = only === 'today' ? day?.end : only === 'overdue' ? day?.start : undefined;
  return ask<ListedTask>(db, numberStatements.get(query.sort) as Prepared, [
    ...[aktenzeichen, hidden, view, user.account, user.groups, user.teams, sections],
    ...[section ?? null, from ?? null, before ?? null, only === 'unassigned' && day !== undefined, limit + 1],
  ]);
};

/**
 * Open tasks, a page at a time by keyset. `mine`: I hold them; `group`: my groups' and my team's; `all`: all I may see, that is my own, my
 * groups' and my sections'. Hidden tasks are in nobody's list but the security officer's.
 */
export const listTasks = async (db: Database, user: User, query: TaskQuery): Promise<ListedPage> => {
  const { limit, cursor } = query;
  const sort = sortOf(query);
  const branches = branchesOf(user, query.view);
  if (branches.length === 0) return { items: [], next: null, many: false };
  const file = query.query && cursor === undefined ? readQuery(query.query).file : undefined;
  if (file && 'whole' in file) return pageOf(await listOfNumber(db, user, query, file.whole), query, false);
  const { narrow, among, many, pick } = await narrowFor(db, user, query);
  const order = { ...sort, descending: query.sort.startsWith('-') };
  const page: Page = { ...order, table: 'tasks', ...among, id: 'task_id', limit, cursor, branches, narrow: narrow(query.only) };
  const list = select(db).join(keysOfPage(db, page).as('page'), 'page.task_id', 'tasks.task_id').modify(pick);
  return pageOf((await inPageOrder(list, page)) as unknown as ListedTask[], query, many);
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
  const { narrow, among, pick } = await narrowFor(db, user, query);
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
