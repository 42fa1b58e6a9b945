import type { Reader, Transaction } from '../contracts.ts';
import type { EngineRecord } from '../define-projection.ts';
import type { Instance } from './case-tracker.ts';
import type { FoldedRows, Row } from './fold-rows.ts';
import { bodyOf } from './parse-record.ts';

export type StoredRecord = {
  position: string;
  valueType: string;
  intent: string;
  body: string;
};
export type Checkpoint = {
  partitionId: number;
  epoch: number;
  position: string;
};

const applierLock = "hashtext('lotse applier')";

/** The partitions with something to apply: of each its newest life, unless nobody has accepted it yet. */
export const listBehind = async (db: Reader): Promise<number[]> => {
  const { rows } = await db.raw(
    `select partition_id from (select distinct on (partition_id) * from record_epochs order by partition_id, epoch desc) newest
      where accepted and applied_position < stored_position order by partition_id`,
  );
  return (rows as { partition_id: number }[]).map((row) => row.partition_id);
};

/** One transaction at a time applies a partition, in whatever process. False: somebody else is at it. */
export const tryLockApplier = async (trx: Transaction, partitionId: number): Promise<boolean> => {
  const { rows } = await trx.raw(`select pg_try_advisory_xact_lock(${applierLock}, ?) as ok`, [partitionId]);
  return (rows as { ok: boolean }[])[0]?.ok ?? false;
};

export const lockApplier = async (trx: Transaction, partitionId: number): Promise<void> => {
  await trx.raw(`select pg_advisory_xact_lock(${applierLock}, ?)`, [partitionId]);
};

/** What the transaction asks from here on fails rather than wait long for somebody else's lock. */
export const limitWaits = async (trx: Transaction): Promise<void> => {
  await trx.raw("set local lock_timeout = '2s'");
};

export const findCheckpoint = async (trx: Transaction, partitionId: number): Promise<Checkpoint | undefined> => {
  const { rows } = await trx.raw(
    'select epoch, applied_position as position from record_epochs where partition_id = ? and accepted order by epoch desc limit 1',
    [partitionId],
  );
  const row = (rows as { epoch: number; position: string }[])[0];
  return row && { partitionId, epoch: row.epoch, position: String(row.position) };
};

export const saveCheckpoint = async (trx: Transaction, { partitionId, epoch, position }: Checkpoint): Promise<void> => {
  await trx.raw('update record_epochs set applied_position = ? where partition_id = ? and epoch = ?', [position, partitionId, epoch]);
};

/** The next records after a checkpoint, in the order of the log; up to (and with) `until` if given. */
export const listRecords = async (trx: Transaction, after: Checkpoint, limit: number, until?: string): Promise<StoredRecord[]> => {
  const { rows } = await trx.raw(
    `select position::text as position, value_type as "valueType", intent, body from records
      where partition_id = ? and epoch = ? and position > ? and position <= ? order by records.position limit ?`,
    [after.partitionId, after.epoch, after.position, until ?? '9223372036854775807', limit],
  );
  return rows as StoredRecord[];
};

export const listWaiting = async (trx: Transaction, { partitionId, epoch }: Checkpoint): Promise<StoredRecord[]> => {
  const { rows } = await trx.raw(
    `select r.position::text as position, r.value_type as "valueType", r.intent, r.body from waiting_records w join records r using (partition_id, epoch, position)
      where w.partition_id = ? and w.epoch = ? order by r.position`,
    [partitionId, epoch],
  );
  return rows as StoredRecord[];
};

/** Makes the table hold just these. Most batches change nothing here. */
export const saveWaiting = async (
  trx: Transaction,
  { partitionId, epoch }: Checkpoint,
  records: readonly (EngineRecord & { instanceKey: string })[],
): Promise<void> => {
  const positions = records.map((record) => record.position);
  await Promise.all([
    trx.raw('delete from waiting_records where partition_id = ? and epoch = ? and position <> all(?::bigint[])', [
      partitionId,
      epoch,
      positions,
    ]),
    trx.raw(
      `insert into waiting_records (partition_id, epoch, position, process_instance_key) select ?, ?, * from unnest(?::bigint[], ?::text[]) on conflict do nothing`,
      [partitionId, epoch, positions, records.map((record) => record.instanceKey)],
    ),
  ]);
};

type InstanceRow = {
  process_instance_key: string;
  parent_key: string | null;
  root_key: string;
  case_id: string | null;
  engine_id: string;
  definition_key: string;
  state: Instance['state'];
  started_at: Date;
  ended_at: Date | null;
};

const instanceColumns = 'process_instance_key, parent_key, root_key, case_id, engine_id, definition_key, state, started_at, ended_at';

/** With their whole families: a case given to a root is given to all below it. */
export const listInstances = async (trx: Transaction, keys: readonly string[]): Promise<Instance[]> => {
  const { rows } = await trx.raw(
    `select ${instanceColumns} from engine_instances where root_key in (select root_key from engine_instances where process_instance_key = any(?::text[]))`,
    [[...keys]],
  );
  return (rows as InstanceRow[]).map((row) => ({
    key: row.process_instance_key,
    parentKey: row.parent_key,
    rootKey: row.root_key,
    caseId: row.case_id,
    engineId: row.engine_id,
    definitionKey: row.definition_key,
    state: row.state,
    startedAt: row.started_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
  }));
};

/** A statement that changes one table. */
type Change = { sql: string; bindings: readonly unknown[] };

/** Upserts rows by key: columns not named in `keep` take the new value. The rows travel as one JSON document. */
const upsert = (table: string, key: string, rows: readonly Row[], keep: readonly string[]): Change[] => {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0] as Row);
  const keys = key.split(', ');
  const set = columns
    .filter((each) => !keys.includes(each))
    .map((each) => (keep.includes(each) ? `${each} = ${table}.${each}` : `${each} = excluded.${each}`));
  const sql = `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from json_populate_recordset(null::${table}, ?::json)
      on conflict (${key}) do update set ${set.join(', ')}`;
  return [{ sql, bindings: [JSON.stringify(rows)] }];
};

/** Changes of different tables, which don't see each other, as one statement: each costs more than its rows. True if the first one found a row. */
const changeTogether = async (trx: Transaction, changes: readonly Change[]): Promise<boolean> => {
  if (changes.length === 0) return false;
  const { rows } = await trx.raw(
    `with ${changes.map(({ sql }, index) => `change_${index} as (${sql} returning 1)`).join(', ')} select exists (select from change_0) as found`,
    changes.flatMap(({ bindings }) => bindings) as never[],
  );
  return (rows as { found: boolean }[])[0]?.found ?? false;
};

/** An instance as its row has it. */
export type InstanceEntry = Instance & {
  partitionId: number;
  plainId: string;
  release: number | null;
};

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const instanceRow = (each: InstanceEntry): Row => ({
  process_instance_key: each.key,
  partition_id: each.partitionId,
  parent_key: each.parentKey,
  root_key: each.rootKey,
  case_id: each.caseId,
  plain_id: each.plainId,
  engine_id: each.engineId,
  release: each.release,
  definition_key: each.definitionKey,
  state: each.state,
  started_at: iso(each.startedAt),
  ended_at: iso(each.endedAt),
});

/** What a batch makes of the engine's own tables. */
export type ReadModel = FoldedRows & { instances: readonly InstanceEntry[] };

const changesOf = ({ instances, elements, jobs, incidents, decisions }: ReadModel): Change[] => [
  ...upsert('engine_instances', 'process_instance_key', instances.map(instanceRow), ['release', 'started_at']),
  ...upsert('engine_elements', 'element_key', elements, ['activated_at', 'position']),
  ...upsert('engine_jobs', 'job_key', jobs, ['created_at']),
  ...upsert('engine_incidents', 'incident_key', incidents, ['created_at']),
  ...upsert('engine_decisions', 'evaluation_key, step', decisions, []),
];

export const saveReadModel = async (trx: Transaction, model: ReadModel): Promise<void> => {
  await changeTogether(trx, changesOf(model));
};

const storedRecords = (partitionId: number, epoch: number, records: readonly EngineRecord[]): Change => ({
  sql: `insert into records (partition_id, epoch, position, value_type, intent, body)
     select ?, ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) on conflict do nothing`,
  bindings: [
    partitionId,
    epoch,
    records.map((record) => record.position),
    records.map((record) => record.valueType),
    records.map((record) => record.intent),
    records.map(bodyOf),
  ],
});

export const insertRecords = async (
  trx: Transaction,
  partitionId: number,
  epoch: number,
  records: readonly EngineRecord[],
): Promise<void> => {
  const stored: Change = {
    sql: `update record_epochs set stored_position = greatest(stored_position, (select max(position) from unnest(?::bigint[]) position))
      where partition_id = ? and epoch = ?`,
    bindings: [records.map((record) => record.position), partitionId, epoch],
  };
  await changeTogether(trx, [stored, storedRecords(partitionId, epoch, records)]);
};

/**
 * Stores the records that follow a checkpoint, and what they make of the read model, and moves the checkpoint behind them. False, and the transaction
 * must be undone, if that is not for us to do: another process applies, or the partition stands elsewhere than the checkpoint says.
 */
export const storeApplied = (trx: Transaction, at: Checkpoint, records: readonly EngineRecord[], model: ReadModel): Promise<boolean> => {
  const { partitionId, epoch, position } = at;
  const last = records.at(-1)?.position;
  const moved: Change = {
    sql: `update record_epochs e set stored_position = ?, applied_position = ? where partition_id = ? and epoch = ? and accepted
      and stored_position = ? and applied_position = ? and not exists (select from record_epochs newer where newer.partition_id = e.partition_id and newer.epoch > e.epoch)
      and pg_try_advisory_xact_lock(${applierLock}, ?)`,
    bindings: [last, last, partitionId, epoch, position, position, partitionId],
  };
  return changeTogether(trx, [moved, storedRecords(partitionId, epoch, records), ...changesOf(model)]);
};

export type DeadLetter = { partitionId: number; epoch: number; position: string; projection: string; reason: string; raw: Buffer };

export const insertDeadLetter = async (
  trx: Transaction,
  { partitionId, epoch, position, projection, reason, raw }: DeadLetter,
): Promise<void> => {
  await trx.raw(
    'insert into dead_letters (partition_id, epoch, position, projection, reason, raw) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
    [partitionId, epoch, position, projection, reason.slice(0, 500), raw],
  );
};
