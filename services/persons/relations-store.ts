import { randomUUID } from 'node:crypto';
import type { Reader, Transaction } from '../../db/connection.ts';
import { part } from '../../db/parts.ts';

/** Two people of one family. `relation` says what the relative is to the person (`KIND`, `MUTTER` …); null while nobody knows. */
export type Relation = {
  relationId: string;
  personId: string;
  relativeId: string;
  relation: string | null;
  at: Date;
  by: string;
  reason: string;
};

const columns = {
  relationId: 'relation_id',
  personId: 'person_id',
  relativeId: 'relative_id',
  relation: 'relation',
  at: 'at',
  by: 'by',
  reason: 'reason',
} as const;

const standing = (db: Reader) => db('person_relations').whereNull('ended_at');

export const listRelations = (db: Reader, personIds: readonly string[]): Promise<Relation[]> =>
  standing(db)
    .where((either) => either.whereIn('person_id', [...personIds]).orWhereIn('relative_id', [...personIds]))
    .orderBy('at')
    .select(columns);

/** Relations of a record or of one that counts as it. */
export const relationsOfPerson = part<{ relationId: string }>(
  `with recursive joined as (
     select person_id from persons where person_id = $1
     union select persons.person_id from persons join joined on persons.merged_into = joined.person_id
   )
   select relation_id as "relationId" from person_relations
    where ended_at is null and (person_id in (select person_id from joined) or relative_id in (select person_id from joined))`,
);

export const findRelation = (db: Reader, relationId: string): Promise<Relation | undefined> =>
  standing(db).where('relation_id', relationId).select(columns).first();

export const insertRelation = async (trx: Transaction, relation: Omit<Relation, 'relationId'>): Promise<string> => {
  const { personId, relativeId, ...rest } = relation;
  const rows = (await trx('person_relations')
    .insert({ person_id: personId, relative_id: relativeId, ...rest })
    .returning('relation_id')) as { relation_id: string }[];
  return String(rows[0]?.relation_id);
};

export const endRelation = async (trx: Transaction, relationId: string, ended: { at: Date; by: string; reason: string }): Promise<void> => {
  await trx('person_relations')
    .where('relation_id', relationId)
    .update({ ended_at: ended.at, ended_by: ended.by, end_reason: ended.reason });
};

/** Everybody whom relations and pairs nobody has told apart yet lead to from this person. */
const reachedFrom = async (db: Reader, personId: string): Promise<string[]> => {
  const { rows } = await db.raw(
    `with recursive links as (
       select person_id as a, relative_id as b from person_relations where ended_at is null
       union all select one_id, other_id from person_likely where decision <> 'verschieden'
       union all select person_id, merged_into from persons where merged_into is not null
     ), reached as (
       select cast(? as uuid) as id
       union select case when links.a = reached.id then links.b else links.a end from reached join links on reached.id in (links.a, links.b)
     ) select id from reached`,
    [personId],
  );
  return (rows as { id: string }[]).map((row) => row.id);
};

/** One family from now on: both are worked on by the same hands. Returns who changed families. */
export const joinFamilies = async (trx: Transaction, familyId: string, other: string): Promise<string[]> => {
  if (familyId === other) return [];
  const rows = (await trx('persons').where('family_id', other).update({ family_id: familyId }).returning('person_id')) as {
    person_id: string;
  }[];
  return rows.map((row) => row.person_id);
};

/** What held the two together is gone: unless something else still does, the second one and theirs are a family of their own again. */
export const partFamilies = async (trx: Transaction, personId: string, other: string): Promise<void> => {
  const theirs = await reachedFrom(trx, other);
  if (theirs.includes(personId)) return;
  const shared = trx('persons').where('person_id', personId).select('family_id');
  await trx('persons').whereIn('person_id', theirs).where('family_id', shared).update({ family_id: randomUUID() });
};
