import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import { encodeCursor } from '../platform/cursor.ts';
import type { User } from '../platform/route.ts';
import { caseScope } from '../staff/index.ts';
import { inPageOrder, keysOfPage, type Page, type PageOrder } from './page-store.ts';
import { prepareSearch } from './search-store.ts';
import { type CaseRow, selectCases } from './store.ts';

export type ListedCase = CaseRow & { person: string };
export type CaseQuery = {
  query?: string;
  section?: string;
  status?: string;
  /** Only those this person worked on last. */
  mine?: boolean;
  sort: string;
  limit: number;
  cursor?: string;
};
type Narrowing = Pick<CaseQuery, 'query' | 'section' | 'status' | 'mine'>;

const sorts = { createdAt: 'created_at', deadline: 'deadline' } as const;
export const CASE_SORTS = Object.keys(sorts).flatMap((name) => [name, `-${name}`]);
export const CASE_STATUS = ['neu', 'in-bearbeitung', 'wartet', 'abgeschlossen', 'zurueckgenommen', 'stoerung'] as const;

const orderOf = (sort: string): PageOrder => ({
  columns: [sorts[sort.replace('-', '') as keyof typeof sorts]],
  parts: ['time'],
  descending: sort.startsWith('-'),
});

/** `caseScope` (staff) as rows, one branch per index. */
const branchesOf = (user: User, wantedSection: string | undefined): Page['branches'] => {
  const scope = caseScope(user);
  const open = (rows: Knex.QueryBuilder) => rows.where('cases.hidden', false);
  if (scope.ownOnly !== undefined) return [(rows) => open(rows).where('cases.created_by', scope.ownOnly)];
  const sections = [...scope.sections, ...scope.statusSections].filter((section) => !wantedSection || section === wantedSection);
  const branches: Page['branches'][number][] = sections.map((section) => (rows) => open(rows).where('cases.section', section));
  if (scope.unrouted) branches.push((rows) => open(rows).whereNull('cases.section'));
  else if (scope.unroutedOf !== undefined)
    branches.push((rows) => open(rows).whereNull('cases.section').where('cases.created_by', scope.unroutedOf));
  if (scope.hidden) branches.push((rows) => rows.where('cases.hidden', true));
  return branches;
};

const prepareNarrow = async (db: Database, user: User, query: Narrowing): Promise<Page['narrow']> => {
  const search = query.query ? await prepareSearch(db, query.query, caseScope(user)) : undefined;
  return (rows) => {
    if (query.mine) rows.where('cases.clerk', user.account);
    if (query.section) rows.where('cases.section', query.section);
    // As the view says it: an incident shows until the case is closed.
    if (query.status === 'stoerung') rows.where('cases.open_incidents', '>', 0).whereNull('cases.closed_at');
    else if (query.status) {
      rows.where('cases.status', query.status).where((calm) => calm.where('cases.open_incidents', 0).orWhereNotNull('cases.closed_at'));
    }
    search?.(rows);
  };
};

/** Cases this person may see, a page at a time by keyset. Searched by Aktenzeichen and folded name. */
export const listCases = async (db: Database, user: User, query: CaseQuery): Promise<{ items: ListedCase[]; next: string | null }> => {
  const { limit, cursor } = query;
  const branches = branchesOf(user, query.section);
  if (branches.length === 0) return { items: [], next: null };
  const narrowed = await prepareNarrow(db, user, query);
  const narrow: Page['narrow'] = (rows) => {
    if (query.sort.endsWith('deadline')) rows.whereNotNull('cases.deadline');
    narrowed(rows);
  };
  const page: Page = { ...orderOf(query.sort), table: 'cases', id: 'case_id', limit, cursor, branches, narrow };
  const list = selectCases(db)
    .join(keysOfPage(db, page).as('page'), 'page.case_id', 'cases.case_id')
    .join('persons', 'persons.person_id', 'cases.person_id')
    .select({ person: 'persons.listed_name' });
  const rows = (await inPageOrder(list, page)) as unknown as ListedCase[];
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const place = last && (query.sort.endsWith('deadline') ? last.deadline : last.createdAt);
  return { items, next: rows.length > limit && last && place ? encodeCursor([place.toISOString(), last.caseId]) : null };
};

/** How many cases `listCases` would give in all; counting stops at `most`. */
export const countCases = async (db: Database, user: User, query: Narrowing, most: number): Promise<number> => {
  const branches = branchesOf(user, query.section);
  if (branches.length === 0) return 0;
  const narrow = await prepareNarrow(db, user, query);
  const page: Page = { ...orderOf('createdAt'), table: 'cases', id: 'case_id', limit: most - 1, branches, narrow };
  const count = db.raw('least(count(*), ?)::int as count', [most]);
  const [row] = (await db.select(count).from(keysOfPage(db, page).as('page'))) as unknown as [{ count: number }];
  return row.count;
};
