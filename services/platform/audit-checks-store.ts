import type { Database } from '../../db/connection.ts';

/** `fault`: the first one, in a plain sentence; null when the trail is whole. */
export type AuditVerdict = { entries: number; fault: string | null };
export type AuditCheck = AuditVerdict & { at: Date };

export const insertCheck = async (db: Database, { entries, fault }: AuditVerdict): Promise<void> => {
  await db('audit_checks').insert({ entries, fault });
};

export const findLastCheck = async (db: Database): Promise<AuditCheck | undefined> => {
  const row = await db('audit_checks')
    .select<{ at: string; entries: string; fault: string | null }[]>('at', 'entries', 'fault')
    .orderBy('check_id', 'desc')
    .first();
  return row && { at: new Date(row.at), entries: Number(row.entries), fault: row.fault };
};

/** Whether this connection's role could change, empty or take over the trail: then nothing but honesty keeps it. */
export const isGuarded = async (db: Database): Promise<boolean> => {
  const { rows } = await db.raw<{ rows: { guarded: boolean }[] }>(
    `select not bool_or(has_table_privilege(c.oid, 'update, delete, truncate') or pg_has_role(c.relowner, 'usage')) as guarded
       from pg_class c where c.oid in ('audit'::regclass, 'audit_heads'::regclass)`,
  );
  return rows[0]?.guarded ?? false;
};

/** Those that have their place. */
export const countEntries = async (db: Database): Promise<number> => {
  const { rows } = await db.raw<{ rows: { n: string | null }[] }>('select sum(seq) as n from audit_heads');
  return Number(rows[0]?.n ?? 0);
};
