import type { Reader, Transaction } from '../../db/connection.ts';
import { listNarrow, queriesFor, queriesForSlips, type WrittenName } from '../search/index.ts';
import type { Applicant } from './applicant.ts';
import { type Comparable, datesLike, type Ground, type Likeness, likeName, likenessOf } from './likeness.ts';
import type { PersonName } from './names.ts';

export type LikelyPerson = { personId: string; familyId: string; version: number; details: Applicant; likeness: Likeness };

/** So many people of the same name or number are looked at, those of the same words first: ten times as many as are laid before somebody to compare. */
const MOST_LOOKED_AT = 200;
const MOST_FOUND = 20;

const given = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value] : []);

type Found = Omit<LikelyPerson, 'likeness'> & { createdAt: Date };

const readFound = async (db: Reader, personIds: readonly string[], hidden: boolean): Promise<Found[]> => {
  if (personIds.length === 0) return [];
  const { rows } = (await db.raw(
    `select person_id as "personId", family_id as "familyId", version, details, created_at as "createdAt" from persons
      where person_id = any(?::uuid[]) and hidden = ? and merged_into is null`,
    [[...personIds], hidden],
  )) as { rows: Found[] };
  return rows;
};

/** The name comes first on record, those behind it were or are borne beside it. */
const asNames = (names: readonly WrittenName[]): PersonName[] =>
  names.map((name, index) => ({ ...name, kind: index === 0 ? 'aktuell' : 'frueher' }));

const mostLikelyFirst = (a: LikelyPerson & Found, b: LikelyPerson & Found): number =>
  Number(b.likeness.strong) - Number(a.likeness.strong) ||
  b.likeness.reasons.length - a.likeness.reasons.length ||
  a.createdAt.getTime() - b.createdAt.getTime() ||
  (a.personId < b.personId ? -1 : 1);

/**
 * People who are likely the one described, most likely first, and why. They are found by the keys of the search: a number, or a name with a birthday
 * that fits, however it is written and with a slip of the pen. Records of hidden cases are apart: they are found where `hidden` says so and nowhere else.
 */
export const findLikely = async (
  db: Reader,
  wanted: Comparable & { hidden: boolean; except?: readonly string[] },
): Promise<LikelyPerson[]> => {
  const { details, names, hidden, except = [] } = wanted;
  const born = given(details.geburtsdatum).flatMap(datesLike);
  const numbers = [...given(details.passNummer), ...given(details.azrNummer)];
  const queries = [...queriesFor({ names, born, numbers }), ...queriesForSlips(names, born)];
  const looked = (await listNarrow(db, queries, { hidden }, MOST_LOOKED_AT)).filter(({ personId }) => !except.includes(personId));
  const alike = new Map(looked.map((each) => [each.personId, likeName(names, asNames(each.names))]));
  // Without a number nobody else can be meant, and what is known of them is not read.
  const meant = [...alike].filter(([, name]) => name || numbers.length > 0).map(([personId]) => personId);
  return (await readFound(db, meant, hidden))
    .flatMap((person) => {
      const likeness = likenessOf(details, person.details, alike.get(person.personId));
      return likeness ? [{ ...person, likeness }] : [];
    })
    .toSorted(mostLikelyFirst)
    .slice(0, MOST_FOUND)
    .map(({ createdAt: _, ...person }) => person);
};

export type Decision = 'offen' | 'dieselbe' | 'verschieden';
export type LikelyPair = {
  oneId: string;
  otherId: string;
  reasons: Ground[];
  against: Ground[];
  decision: Decision;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  /** When, by whom and why the service was asked to compare them. */
  askedAt: Date | null;
  askedBy: string | null;
  askedFor: string | null;
};

const inOrder = (a: string, b: string): { one_id: string; other_id: string } =>
  a < b ? { one_id: a, other_id: b } : { one_id: b, other_id: a };

/**
 * Notes that somebody should compare this record with each of those; a pair once decided is never asked about again, nor one that somebody has told
 * apart under other records that count as either of the two by now. Returns the other side of those that are new. Whoever has many alike is looked up
 * step by step by the indexes (`lateral … offset 0`): left to the planner, each new record would read all pairs there are.
 */
export const insertLikely = async (
  trx: Transaction,
  personId: string,
  others: readonly Pick<LikelyPerson, 'personId' | 'likeness'>[],
  at: Date,
): Promise<Set<string>> => {
  const { rows } = (await trx.raw(
    `with recursive mine (person_id) as (
       select cast(:personId as uuid) union select joined.person_id from mine cross join lateral
         (select person_id from persons where merged_into = mine.person_id offset 0) as joined
     ), apart (other) as (
       select told.other from mine cross join lateral (
         select other_id as other from person_likely where one_id = mine.person_id and decision = 'verschieden'
         union all select one_id from person_likely where other_id = mine.person_id and decision = 'verschieden' offset 0) as told
       union
       select counts_as.merged_into from apart cross join lateral
         (select merged_into from persons where person_id = apart.other and merged_into is not null offset 0) as counts_as
     )
     insert into person_likely (one_id, other_id, reasons, found_at)
     select least(other, :personId), greatest(other, :personId), cast(grounds as jsonb), :at
       from unnest(cast(:ids as uuid[]), cast(:grounds as text[])) as found (other, grounds)
      where other not in (select other from apart)
     on conflict (one_id, other_id) do nothing
     returning case when one_id = :personId then other_id else one_id end as other`,
    {
      personId,
      at,
      ids: others.map((each) => each.personId),
      grounds: others.map(({ likeness: { reasons, against } }) => JSON.stringify({ reasons, against })),
    },
  )) as { rows: { other: string }[] };
  return new Set(rows.map((row) => row.other));
};

/** Pairs that any of these records is one of. */
export const listLikely = async (db: Reader, personIds: readonly string[]): Promise<LikelyPair[]> => {
  const rows = (await db('person_likely')
    .whereIn('one_id', [...personIds])
    .orWhereIn('other_id', [...personIds])
    .orderBy('found_at')
    .select({
      oneId: 'one_id',
      otherId: 'other_id',
      grounds: 'reasons',
      decision: 'decision',
      decidedAt: 'decided_at',
      decidedBy: 'decided_by',
      reason: 'reason',
      askedAt: 'asked_at',
      askedBy: 'asked_by',
      askedFor: 'asked_for',
    })) as (Omit<LikelyPair, 'reasons' | 'against'> & { grounds: Pick<Likeness, 'reasons' | 'against'> })[];
  return rows.map(({ grounds, ...pair }) => ({ ...pair, ...grounds }));
};

/** Records that may be this person and that nobody has told apart from it. */
export const listLikelyIds = async (db: Reader, personId: string): Promise<string[]> =>
  (await listLikely(db, [personId]))
    .filter((pair) => pair.decision === 'offen')
    .map((pair) => (pair.oneId === personId ? pair.otherId : pair.oneId));

export const decideLikely = async (
  trx: Transaction,
  pair: { a: string; b: string },
  decided: { decision: Decision; at: Date; by: string; reason: string },
): Promise<void> => {
  const values = { decision: decided.decision, decided_at: decided.at, decided_by: decided.by, reason: decided.reason };
  await trx('person_likely')
    .insert({ ...inOrder(pair.a, pair.b), reasons: JSON.stringify({ reasons: [], against: [] }), found_at: decided.at, ...values })
    .onConflict(['one_id', 'other_id'])
    .merge(values);
};

/** The service is to compare this pair. */
export const markAsked = async (trx: Transaction, pair: LikelyPair, asked: { at: Date; by: string; reason: string }): Promise<void> => {
  await trx('person_likely')
    .where({ one_id: pair.oneId, other_id: pair.otherId })
    .update({ asked_at: asked.at, asked_by: asked.by, asked_for: asked.reason });
};
