import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import { encodeCursor } from '../platform/cursor.ts';
import type { User } from '../platform/route.ts';
import { applyCaseScope, caseScope, mayIdentify, namesMasked } from '../staff/index.ts';
import { inPageOrder, keysOfPage, type Page, type PageOrder } from './page-store.ts';
import { prepareSearch, type Search } from './search-store.ts';
import { type CaseInList, selectListed } from './store.ts';

/** `masked`: who reads the list may not know whose case it is. */
export type ListedCase = CaseInList & { person: string; birthDate: string; masked: boolean };
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

type Unmasked = Omit<ListedCase, 'masked'>;

const withPerson = (db: Database) =>
  selectListed(db)
    .join('persons', 'persons.person_id', 'cases.person_id')
    .select({ person: 'persons.listed_name', birthDate: 'persons.geburtsdatum' });

const initials = (person: string): string =>
  person
    .split(', ')
    .toReversed()
    .map((part) => `${[...part][0]}.`)
    .join(' ');

/** Masked here, so that no reader of a list can forget it. */
const forReader = (user: User, row: Unmasked, identified = false): ListedCase => {
  const masked = namesMasked(user, row, identified);
  return { ...row, masked, ...(masked ? { person: initials(row.person), birthDate: '' } : {}) };
};

/** `caseScope` (staff) as rows, one branch per index. What is searched for is part of each: where names are masked, less is found. */
const branchesOf = (user: User, wantedSection: string | undefined, search: Search | undefined): Page['branches'] => {
  const scope = caseScope(user);
  type Branch = Page['branches'][number];
  // That all of them have no section is no order to the planner, as that all have the same would be: it has to be asked for, or all are read and sorted.
  const unrouted: Branch = (rows, direction) => void rows.whereNull('cases.section').orderBy('cases.section', direction);
  const open =
    (narrow: Branch): Branch =>
    (rows, direction) => {
      narrow(rows.where('cases.hidden', false), direction);
      search?.open(rows);
    };
  const informed =
    (narrow: Branch): Branch =>
    (rows, direction) => {
      narrow(rows.where('cases.hidden', false), direction);
      if (!search) return;
      // Who took a matter in knows whose it is.
      rows.where((any) => {
        any.where((masked) => search.masked(masked)).orWhere((own) => search.open(own.where('cases.created_by', user.account)));
      });
    };
  if (scope.ownOnly !== undefined) return [open((rows) => rows.where('cases.created_by', scope.ownOnly))];
  const wanted = (section: string): boolean => !wantedSection || section === wantedSection;
  const status = scope.masked ? informed : open;
  const branches = [
    ...scope.sections.filter(wanted).map((section) => open((rows) => rows.where('cases.section', section))),
    ...scope.statusSections.filter(wanted).map((section) => status((rows) => rows.where('cases.section', section))),
  ];
  if (scope.unrouted) branches.push(status(unrouted));
  else if (scope.unroutedOf !== undefined)
    branches.push(open((rows) => rows.whereNull('cases.section').where('cases.created_by', scope.unroutedOf)));
  if (scope.hidden)
    branches.push((rows) => {
      rows.where('cases.hidden', true);
      search?.open(rows);
    });
  return branches;
};

const searchFor = async (db: Database, user: User, typed: string | undefined): Promise<Search | undefined> =>
  typed ? prepareSearch(db, typed, { ...caseScope(user), identifies: mayIdentify(user) }) : undefined;

const narrowTo =
  (user: User, query: Narrowing): Page['narrow'] =>
  (rows) => {
    if (query.mine) rows.where('cases.clerk', user.account);
    if (query.section) rows.where('cases.section', query.section);
    // As the view says it: an incident shows until the case is closed.
    if (query.status === 'stoerung') rows.where('cases.open_incidents', '>', 0).whereNull('cases.closed_at');
    else if (query.status) {
      rows.where('cases.status', query.status).where((calm) => calm.where('cases.open_incidents', 0).orWhereNotNull('cases.closed_at'));
    }
  };

/** The cases a search means, as rows of a name, picked once for all branches of a page. */
const MEANT = 'meant_cases';
const pickedBy = (db: Database, search: Search | undefined) => (rows: Knex.QueryBuilder) => {
  if (search) rows.withMaterialized(MEANT, db('cases').select('cases.*').modify(search.meant));
};
const amongMeant = (search: Search | undefined): Pick<Page, 'among'> => (search ? { among: MEANT } : {});

/** Cases this person may see, a page at a time by keyset. `many`: more are meant than a search looks at. */
export const listCases = async (
  db: Database,
  user: User,
  query: CaseQuery,
): Promise<{ items: ListedCase[]; next: string | null; many: boolean }> => {
  const { limit, cursor } = query;
  const search = await searchFor(db, user, query.query);
  const branches = branchesOf(user, query.section, search);
  if (branches.length === 0) return { items: [], next: null, many: false };
  const narrowed = narrowTo(user, query);
  const narrow: Page['narrow'] = (rows) => {
    if (query.sort.endsWith('deadline')) rows.whereNotNull('cases.deadline');
    narrowed(rows);
  };
  const page: Page = { ...orderOf(query.sort), table: 'cases', ...amongMeant(search), id: 'case_id', limit, cursor, branches, narrow };
  const list = withPerson(db).join(keysOfPage(db, page).as('page'), 'page.case_id', 'cases.case_id').modify(pickedBy(db, search));
  const rows = (await inPageOrder(list, page)) as unknown as Unmasked[];
  const items = rows.slice(0, limit).map((row) => forReader(user, row, search?.identified.has(row.personId)));
  const last = items.at(-1);
  const place = last && (query.sort.endsWith('deadline') ? last.deadline : last.createdAt);
  const next = rows.length > limit && last && place ? encodeCursor([place.toISOString(), last.caseId]) : null;
  return { items, next, many: search?.many === true };
};

/** How many cases `listCases` would give in all; counting stops at `most`. */
export const countCases = async (db: Database, user: User, query: Narrowing, most: number): Promise<number> => {
  const search = await searchFor(db, user, query.query);
  const branches = branchesOf(user, query.section, search);
  if (branches.length === 0) return 0;
  const narrow = narrowTo(user, query);
  const page: Page = { ...orderOf('createdAt'), table: 'cases', ...amongMeant(search), id: 'case_id', limit: most - 1, branches, narrow };
  const count = db.raw('least(count(*), ?)::int as count', [most]);
  const rows = db.select(count).from(keysOfPage(db, page).as('page')).modify(pickedBy(db, search));
  const [row] = (await rows) as unknown as [{ count: number }];
  return row.count;
};

/** These cases, as far as this person sees them, with their people, as lists show them. */
export const listCasesWithPerson = async (db: Database, user: User, caseIds: readonly string[]): Promise<ListedCase[]> => {
  const rows = (await applyCaseScope(withPerson(db), caseScope(user), 'cases').whereIn('cases.case_id', [
    ...caseIds,
  ])) as unknown as Unmasked[];
  return rows.map((row) => forReader(user, row));
};

/** So many cases of the closest people are put in order. */
const MOST_RANKED = 1_000;

/** Those a search means: of a number first, then in the order of the people, then newest first. */
export const listFound = async (
  db: Database,
  user: User,
  search: Search,
  { people, limit }: { people: readonly string[]; limit: number },
): Promise<ListedCase[]> => {
  const branches = branchesOf(user, undefined, search);
  if (branches.length === 0) return [];
  const order = { ...orderOf('-createdAt'), id: 'case_id', limit: MOST_RANKED };
  const page: Page = { ...order, table: 'cases', ...amongMeant(search), branches, narrow: () => undefined };
  const rows = (await withPerson(db)
    .join(keysOfPage(db, page).as('page'), 'page.case_id', 'cases.case_id')
    .modify(pickedBy(db, search))
    .orderByRaw('array_position(?::uuid[], cases.person_id) nulls first, cases.created_at desc, cases.case_id desc', [[...people]])
    .limit(limit)) as unknown as Unmasked[];
  return rows.map((row) => forReader(user, row, search.identified.has(row.personId)));
};

/** Whether any of these people has a case that is not hidden. */
export const haveCases = async (db: Database, personIds: readonly string[]): Promise<boolean> =>
  (await db('cases')
    .whereIn('person_id', [...personIds])
    .where('hidden', false)
    .first('case_id')) !== undefined;
