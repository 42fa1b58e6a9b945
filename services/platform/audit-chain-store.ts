import { createHash } from 'node:crypto';
import type { Database, Reader, Transaction } from '../../db/connection.ts';

/**
 * The trail is a chain per section: hash = SHA-256(previous hash ‖ the entry as canonical JSON). A changed, removed or moved
 * entry breaks it at that place, a cut end does not match the chain's head.
 * Entries are written unsealed in the transaction of the change and get their place here, so that no two clerks of a section ever wait
 * for each other's commit. Their order in the chain is the order in which they became visible. A function of the owner seals (migration 0731): the
 * application's role can add an entry and change none. What is written there in SQL is verified here by a second hand.
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

const readHeads = async (trx: Reader): Promise<Map<string, Head>> => {
  const rows = await trx('audit_heads').select<{ chain: string; seq: string; hash: Buffer }[]>('chain', 'seq', 'hash');
  return new Map(rows.map((row) => [row.chain, { seq: BigInt(row.seq), hash: row.hash }]));
};

/** Gives all new entries their place, in the order of their ids; called every second. When another process is at it, this one does nothing. Returns how many. */
export const sealAudit = async (db: Database): Promise<number> => {
  let total = 0;
  for (;;) {
    const { rows } = await db.raw<{ rows: { count: number }[] }>('select audit_seal(?) as count', [batch]);
    const count = rows[0]?.count ?? 0;
    total += count;
    if (count < batch) return total;
  }
};

export type BadLink = { chain: string; seq: string; auditId: string | null; fault: 'missing' | 'changed' | 'end missing' };

const verifyChain = async (db: Transaction, chain: string, head: Head | undefined): Promise<BadLink | undefined> => {
  let { seq, hash } = start;
  for (;;) {
    const { rows } = await db.raw<{ rows: SealedRow[] }>(
      `select ${columns}, seq, prev, hash from audit where chain = ? and seq is not null and seq > ? order by seq limit 1000`,
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
