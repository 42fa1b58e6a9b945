import type { Database, Transaction } from '../../db/connection.ts';

/** The last entry of a chain; the hash in hexadecimal. */
export type ChainHead = { chain: string; seq: string; hash: string };

/** Whether this process is the one that signs; until its transaction ends. */
export const takeHeadsLock = async (trx: Transaction): Promise<boolean> => {
  const { rows } = await trx.raw<{ rows: { got: boolean }[] }>('select pg_try_advisory_xact_lock(hashtext(?)) as got', [
    'lotse audit heads',
  ]);
  return rows[0]?.got ?? false;
};

export const listHeads = async (trx: Transaction): Promise<ChainHead[]> => {
  const { rows } = await trx.raw<{ rows: ChainHead[] }>(
    `select chain, seq::text as seq, encode(hash, 'hex') as hash from audit_heads order by chain collate "C"`,
  );
  return rows;
};

/** The first of these heads at whose place another entry stands now. */
export const findRewritten = async <Head extends ChainHead>(db: Database, signed: readonly Head[]): Promise<Head | undefined> => {
  const { rows } = await db.raw<{ rows: { at: number }[] }>(
    `select s.at::int as at from unnest(?::text[], ?::bigint[], ?::text[]) with ordinality as s(chain, seq, hash, at)
       left join audit a on a.chain = s.chain and a.seq = s.seq
      where a.hash is distinct from decode(s.hash, 'hex') order by s.at limit 1`,
    [signed.map((each) => each.chain), signed.map((each) => each.seq), signed.map((each) => each.hash)],
  );
  return rows[0] && signed[rows[0].at - 1];
};
