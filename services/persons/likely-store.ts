import type { Transaction } from '../../db/connection.ts';
import type { Applicant } from './applicant.ts';
import { foldName } from './fold-name.ts';
import { type Comparable, comparable, datesLike, type Ground, type Likeness, likenessOf } from './likeness.ts';
import { listedName, type PersonName } from './names.ts';
import type { Reader } from './store.ts';

export type LikelyPerson = { personId: string; familyId: string; version: number; details: Applicant; likeness: Likeness };

/** So many people of one birthday are looked at for another spelling; those of the same name are always found. */
const MOST_LOOKED_AT = 500;
const MOST_FOUND = 20;

const key = (value: unknown): string =>
  String(value ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
const isPartial = (date: string): boolean => date.includes('-00');

/**
 * People who are likely the one described, most likely first, and why. Each way to be alike has its index: a number, a whole birthday, or a name
 * whose birthday is known in part. Records of hidden cases are apart: they are found where `hidden` says so and nowhere else.
 */
export const findLikely = async (
  db: Reader,
  wanted: Comparable & { hidden: boolean; except?: readonly string[] },
): Promise<LikelyPerson[]> => {
  const { details, names, hidden, except = [] } = wanted;
  const born = String(details.geburtsdatum ?? '');
  const folded = [
    ...new Set(
      names.flatMap((name) => [
        foldName(listedName(name)),
        foldName(listedName({ familienname: name.vornamen, vornamen: name.familienname })),
      ]),
    ),
  ];
  const year = born.slice(0, 4);
  const { rows } = (await db.raw(
    `with found as (
       select person_id from persons where pass_key = :pass
       union select person_id from persons where azr_key = :azr
       union select person_id from persons where name_folded = any(:folded) and geburtsdatum = any(:dates)
       union (select person_id from persons where geburtsdatum = any(:dates) limit :most)
       union select person_id from persons where name_folded = any(:folded) and geburtsdatum like :year
         and (:partial or geburtsdatum like '%-00')
     )
     select p.person_id as "personId", p.family_id as "familyId", p.version, p.details,
            (select jsonb_agg(jsonb_build_object('kind', n.kind, 'familienname', n.familienname, 'vornamen', n.vornamen))
               from person_names n where n.person_id = p.person_id) as names
       from found join persons p using (person_id)
      where p.hidden = :hidden and p.merged_into is null and p.person_id <> all(:except::uuid[])
      order by p.created_at, p.person_id`,
    {
      pass: key(details.passNummer),
      azr: key(details.azrNummer),
      dates: isPartial(born) ? [born] : datesLike(born),
      folded,
      year: `${year}-%`,
      partial: isPartial(born),
      hidden,
      except: [...except],
      most: MOST_LOOKED_AT,
    },
  )) as { rows: (Omit<LikelyPerson, 'likeness'> & { names: PersonName[] | null })[] };
  return rows
    .flatMap(({ names: theirs, ...person }) => {
      const likeness = likenessOf(wanted, { details: person.details, names: theirs ?? comparable(person.details).names });
      return likeness ? [{ ...person, likeness }] : [];
    })
    .toSorted((a, b) => Number(b.likeness.strong) - Number(a.likeness.strong) || b.likeness.reasons.length - a.likeness.reasons.length)
    .slice(0, MOST_FOUND);
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
};

const inOrder = (a: string, b: string): { one_id: string; other_id: string } =>
  a < b ? { one_id: a, other_id: b } : { one_id: b, other_id: a };

/** Notes that somebody should compare these two; a pair once decided is never asked about again. True if it is new. */
export const insertLikely = async (
  trx: Transaction,
  a: string,
  b: string,
  { reasons, against }: Pick<Likeness, 'reasons' | 'against'>,
  at: Date,
): Promise<boolean> => {
  const rows = await trx('person_likely')
    .insert({ ...inOrder(a, b), reasons: JSON.stringify({ reasons, against }), found_at: at })
    .onConflict(['one_id', 'other_id'])
    .ignore()
    .returning('one_id');
  return rows.length > 0;
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
