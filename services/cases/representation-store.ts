import type { Reader, Transaction } from '../../db/connection.ts';

/** Who acts for the person of a case: letters go to them (§ 14 (3) LVwVfG). */
export type Representation = { name: string; address: string; kind: string; since: string };

export const findRepresentation = async (db: Reader, caseId: string): Promise<Representation | undefined> => {
  const row = (await db('cases').where('case_id', caseId).first('representation')) as { representation: Representation | null } | undefined;
  return row?.representation ?? undefined;
};

export const storeRepresentation = async (trx: Transaction, caseId: string, representation: Representation | null): Promise<void> => {
  await trx('cases')
    .where('case_id', caseId)
    .update({ representation: representation && JSON.stringify(representation) });
};
