import { createHash } from 'node:crypto';
import type { Database, Transaction } from '../../db/connection.ts';

/**
 * The trail is a chain per section: hash = SHA-256(previous hash ‖ the entry as canonical JSON). A changed, removed or moved
 * entry breaks it at that place, a cut end does not match the chain's head.
 * Entries are written unsealed in the transaction of the change and get their place here, so that no two clerks of a section ever wait
 * for each other's commit. Their order in the chain is the order in which they became visible.
 */
type Row = {
  audit_id: string;
  chain: string;
  at: string;
  actor: string;
  action: string;
  case_id: string | null;
  section: string | null;
  object: string | null;
  reason: string | null;
  outcome: string;
  payload: string;
};
type SealedRow = Row & { seq: string; prev: Buffer; hash: Buffer };
type Head = { seq: bigint; hash: Buffer };

const lockName = 'lotse audit seal';
const batch = 1000;
const start: Head = { seq: 0n, hash: Buffer.alloc(32) };

// jsonb prints itself in one canonical way; times as text keep their microseconds.
const columns = `audit_id, chain, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  actor, action, case_id, section, object, reason, outcome, payload::text as payload`;

const hashOf = (previous: Buffer, seq: bigint, row: Row): Buffer => {
  const { audit_id, chain, at, actor, action, case_id, section, object, reason, outcome, payload } = row;
  const text = JSON.stringify([chain, String(seq), audit_id, at, actor, action, case_id, section, object, reason, outcome, payload]);
  return createHash('sha256').update(previous).update(text).digest();
};

const readHeads = async (trx: Database | Transaction): Promise<Map<string, Head>> => {
  const rows = await trx('audit_heads').select<{ chain: string; seq: string; hash: Buffer }[]>('chain', 'seq', 'hash');
  return new Map(rows.map((row) => [row.chain, { seq: BigInt(row.seq), hash: row.hash }]));
};

const sealBatch = async (trx: Transaction): Promise<number> => {
  const { rows: lock } = await trx.raw<{ rows: { got: boolean }[] }>('select pg_try_advisory_xact_lock(hashtext(?)) as got', [lockName]);
  if (!lock[0]?.got) return 0;
  const { rows } = await trx.raw<{ rows: Row[] }>(`select ${columns} from audit where seq is null order by audit_id limit ${batch}`);
  if (rows.length === 0) return 0;
  const heads = await readHeads(trx);
  const sealed = rows.map((row) => {
    const { seq: last, hash: prev } = heads.get(row.chain) ?? start;
    const seq = last + 1n;
    const hash = hashOf(prev, seq, row);
    heads.set(row.chain, { seq, hash });
    return { id: row.audit_id, seq: String(seq), prev, hash };
  });
  await trx.raw(
    `update audit set seq = s.seq, prev = s.prev, hash = s.hash
     from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[]) as s(id, seq, prev, hash) where audit_id = s.id`,
    [sealed.map((each) => each.id), sealed.map((each) => each.seq), sealed.map((each) => each.prev), sealed.map((each) => each.hash)],
  );
  const touched = [...new Set(rows.map((row) => row.chain))];
  await trx('audit_heads')
    .insert(touched.map((chain) => ({ chain, seq: String(heads.get(chain)?.seq), hash: heads.get(chain)?.hash })))
    .onConflict('chain')
    .merge();
  return rows.length;
};

/** Gives all new entries their place. Called every second; when another process is at it, this one does nothing. Returns how many. */
export const sealAudit = async (db: Database): Promise<number> => {
  let total = 0;
  for (;;) {
    const count = await db.transaction(sealBatch);
    total += count;
    if (count < batch) return total;
  }
};

export type BadLink = { chain: string; seq: string; auditId: string | null; fault: 'missing' | 'changed' | 'end missing' };

const verifyChain = async (db: Transaction, chain: string, head: Head | undefined): Promise<BadLink | undefined> => {
  let { seq, hash } = start;
  for (;;) {
    const { rows } = await db.raw<{ rows: SealedRow[] }>(
      `select ${columns}, seq, prev, hash from audit where chain = ? and seq is not null and seq > ? order by seq limit 5000`,
      [chain, String(seq)],
    );
    for (const row of rows) {
      if (BigInt(row.seq) !== seq + 1n) return { chain, seq: String(seq + 1n), auditId: null, fault: 'missing' };
      seq += 1n;
      if (!row.prev.equals(hash) || !hashOf(hash, seq, row).equals(row.hash))
        return { chain, seq: row.seq, auditId: row.audit_id, fault: 'changed' };
      hash = row.hash;
    }
    if (rows.length === 0) break;
  }
  return head && head.seq === seq && head.hash.equals(hash)
    ? undefined
    : { chain, seq: String(seq + 1n), auditId: null, fault: 'end missing' };
};

/** Walks every chain; the first bad link of the first broken chain, or undefined. One snapshot, so that sealing may go on meanwhile. */
export const verifyAudit = async (db: Database): Promise<BadLink | undefined> =>
  db.transaction(
    async (trx) => {
      const heads = await readHeads(trx);
      const { rows } = await trx.raw<{ rows: { chain: string }[] }>('select distinct chain from audit where seq is not null');
      const chains = [...new Set([...heads.keys(), ...rows.map((row) => row.chain)])].sort();
      for (const chain of chains) {
        const bad = await verifyChain(trx, chain, heads.get(chain));
        if (bad) return bad;
      }
      return undefined;
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
