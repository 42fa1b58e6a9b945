import type { Reader, Transaction } from '../contracts.ts';
import type { Kind, Release, ReleaseContent } from './releases.ts';

type Row = {
  release_id: string;
  plain_id: string;
  kind: Kind;
  release: number;
  engine_id: string;
  decision_ids: string[];
  hash: string;
  resource_name: string;
  definition_key: string;
  former_keys: string[];
  content: string;
  deployed_content: string;
  vectors_hash: string;
  released_at: Date | string;
  released_by: string;
  current: boolean;
};

export type ReleaseRow = Omit<ReleaseContent, 'content' | 'deployedContent'> & {
  releaseId: string;
  definitionKey: string;
  /** Of the same text in earlier lives of the engine, or before another release was put aside for it. */
  formerKeys: string[];
  decisionIds: string[];
  vectorsHash: string;
};

const columns =
  'release_id, plain_id, kind, release, engine_id, decision_ids, hash, definition_key, former_keys, vectors_hash, released_at, released_by, current';

const toRelease = (row: Row): ReleaseRow => ({
  releaseId: row.release_id,
  plainId: row.plain_id,
  kind: row.kind,
  release: row.release,
  engineId: row.engine_id,
  decisionIds: row.decision_ids,
  hash: row.hash,
  definitionKey: row.definition_key,
  formerKeys: row.former_keys,
  vectorsHash: row.vectors_hash,
  releasedAt: new Date(row.released_at).toISOString(),
  releasedBy: row.released_by,
  current: row.current,
});

export const publicRelease = ({ plainId, kind, release, engineId, hash, releasedAt, releasedBy, current }: ReleaseRow): Release => ({
  plainId,
  kind,
  release,
  engineId,
  hash,
  releasedAt,
  releasedBy,
  current,
});

/** Held until the transaction ends: two workers processes that start together release once. */
export const lockReleases = async (trx: Transaction): Promise<void> => {
  await trx.raw("select pg_advisory_xact_lock(hashtext('lotse releases'))");
};

/** All releases without their texts, newest first. Some hundred rows for years of work. */
export const listReleaseRows = async (db: Reader): Promise<ReleaseRow[]> => {
  const { rows } = await db.raw(`select ${columns} from releases order by release_id desc`);
  return (rows as Row[]).map(toRelease);
};

export const findReleaseContent = async (db: Reader, releaseId: string): Promise<ReleaseContent | undefined> => {
  const { rows } = await db.raw(`select ${columns}, content, deployed_content from releases where release_id = ?`, [releaseId]);
  const row = (rows as Row[])[0];
  return (
    row && {
      ...publicRelease(toRelease(row)),
      definitionKey: row.definition_key,
      content: row.content,
      deployedContent: row.deployed_content,
    }
  );
};

export type NewRelease = {
  plainId: string;
  kind: Kind;
  engineId: string;
  decisionIds: string[];
  hash: string;
  resourceName: string;
  definitionKey: string;
  content: string;
  deployedContent: string;
  vectorsHash: string;
  releasedBy: string;
};

/** Counts the release number up and makes it the current one. */
export const insertRelease = async (trx: Transaction, release: NewRelease): Promise<number> => {
  const { plainId, kind } = release;
  await trx.raw('update releases set current = false where plain_id = ? and kind = ? and current', [plainId, kind]);
  const { rows } = await trx.raw(
    `insert into releases (plain_id, kind, release, engine_id, decision_ids, hash, resource_name, definition_key, content, deployed_content, vectors_hash, released_by, current)
     select :plainId, :kind, coalesce(max(release), 0) + 1, :engineId, :decisionIds::text[], :hash, :resourceName, :definitionKey, :content, :deployedContent, :vectorsHash, :releasedBy, true
       from releases where plain_id = :plainId and kind = :kind
     returning release`,
    release,
  );
  return (rows as { release: number }[])[0]?.release ?? 0;
};

export const makeCurrent = async (trx: Transaction, { releaseId, plainId, kind }: ReleaseRow): Promise<void> => {
  await trx.raw('update releases set current = false where plain_id = ? and kind = ? and current and release_id <> ?', [
    plainId,
    kind,
    releaseId,
  ]);
  await trx.raw('update releases set current = true where release_id = ?', [releaseId]);
};

/** What is no longer part of the set is not found for new cases; running ones still read its text. */
export const retireOthers = async (trx: Transaction, kept: readonly { kind: Kind; plainId: string }[]): Promise<void> => {
  await trx.raw(
    `update releases set current = false
      where current and not exists (select 1 from json_to_recordset(?::json) as kept(kind text, "plainId" text)
                                     where kept.kind = releases.kind and kept."plainId" = releases.plain_id)`,
    [JSON.stringify(kept.map(({ kind, plainId }) => ({ kind, plainId })))],
  );
};

export const setDeployed = async (trx: Transaction, releaseId: string, definitionKey: string): Promise<void> => {
  await trx.raw(
    `update releases set former_keys = former_keys || definition_key, definition_key = :definitionKey
      where release_id = :releaseId and definition_key <> :definitionKey`,
    { releaseId, definitionKey },
  );
};

export const setVectorsHash = async (trx: Transaction, releaseId: string, vectorsHash: string): Promise<void> => {
  await trx.raw('update releases set vectors_hash = ? where release_id = ?', [vectorsHash, releaseId]);
};

export const findEngineState = async (trx: Transaction): Promise<string | undefined> => {
  const { rows } = await trx.raw('select fingerprint from engine_states');
  return (rows as { fingerprint: string }[])[0]?.fingerprint;
};

export const saveEngineState = async (trx: Transaction, fingerprint: string): Promise<void> => {
  await trx.raw(
    'insert into engine_states (fingerprint) values (?) on conflict (only_one) do update set fingerprint = excluded.fingerprint',
    [fingerprint],
  );
};

export const releasesChannel = 'lotse_releases';

export const announceReleases = async (trx: Transaction): Promise<void> => {
  await trx.raw('select pg_notify(?, ?)', [releasesChannel, '']);
};
