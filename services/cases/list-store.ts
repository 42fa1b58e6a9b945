import type { Database } from '../../db/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/cursor.ts';
import type { User } from '../platform/route.ts';
import { applyCaseScope, caseScope } from '../staff/index.ts';
import { foldName } from './fold-name.ts';
import { type CaseRow, selectCases } from './store.ts';

export type ListedCase = CaseRow & { person: string };
export type CaseQuery = { query?: string; section?: string; status?: string; sort: string; limit: number; cursor?: string };

const sorts = { createdAt: 'cases.created_at', deadline: 'cases.deadline' } as const;
export const CASE_SORTS = Object.keys(sorts).flatMap((name) => [name, `-${name}`]);
export const CASE_STATUS = ['neu', 'in-bearbeitung', 'wartet', 'abgeschlossen', 'zurueckgenommen', 'stoerung'] as const;

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Cases this person may see, a page at a time by keyset. Searched by Aktenzeichen and folded name. */
export const listCases = async (db: Database, user: User, query: CaseQuery): Promise<{ items: ListedCase[]; next: string | null }> => {
  const descending = query.sort.startsWith('-');
  const column = sorts[query.sort.replace('-', '') as keyof typeof sorts];
  const list = selectCases(db)
    .join('persons', 'persons.person_id', 'cases.person_id')
    .select({ person: db.raw(`persons.familienname || ', ' || persons.vornamen`) });
  applyCaseScope(list, caseScope(user), 'cases');
  if (query.section) list.where('cases.section', query.section);
  if (query.status === 'stoerung') list.where('cases.open_incidents', '>', 0);
  else if (query.status) list.where({ 'cases.status': query.status, 'cases.open_incidents': 0 });
  if (query.query) {
    const wanted = query.query;
    list.where((match) => match.whereILike('cases.aktenzeichen', like(wanted)).orWhereLike('persons.name_folded', like(foldName(wanted))));
  }
  if (column === sorts.deadline) list.whereNotNull('cases.deadline');
  if (query.cursor) {
    const [value, caseId] = decodeCursor(query.cursor);
    list.whereRaw(`(??, cases.case_id) ${descending ? '<' : '>'} (?::timestamptz, ?::uuid)`, [column, value, caseId]);
  }
  const order = descending ? 'desc' : 'asc';
  const rows = (await list
    .orderBy([
      { column, order },
      { column: 'cases.case_id', order },
    ])
    .limit(query.limit + 1)) as unknown as ListedCase[];
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const place = last && (column === sorts.deadline ? last.deadline : last.createdAt);
  return { items, next: rows.length > query.limit && last && place ? encodeCursor([place.toISOString(), last.caseId]) : null };
};
