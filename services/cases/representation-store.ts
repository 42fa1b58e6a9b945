import type { Reader, Transaction } from '../../db/connection.ts';
import { listOf, part } from '../../db/parts.ts';

/** Who acts for the person of a case: letters go to them (§ 14 (3) LVwVfG). */
export type Representation = { name: string; address: string; kind: string; since: string };

export const representationOfCase = part<{ representation: Representation }>(
  'select representation from cases where case_id = $1 and representation is not null',
);

const list = listOf(representationOfCase);

export const findRepresentation = async (db: Reader, caseId: string): Promise<Representation | undefined> =>
  (await list(db, caseId))[0]?.representation;

export const storeRepresentation = async (trx: Transaction, caseId: string, representation: Representation | null): Promise<void> => {
  await trx('cases')
    .where('case_id', caseId)
    .update({ representation: representation && JSON.stringify(representation) });
};
