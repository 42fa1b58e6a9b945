import type { Reader, Transaction } from '../contracts.ts';
import { hashText, type ModelFile } from './model-files.ts';
import type { Kind } from './releases.ts';

export type LiveFile = ModelFile & { hash: string; changedAt: string; changedBy: string };

/** `content` null: removed in the browser, still in the repository. */
export type StoredFile = { path: string; content: string | null; repositoryHash: string | null; changedAt: string; changedBy: string };

export type ReleaseKind = 'repository' | 'change' | 'rollback';
export type ReleasedFile = { path: string; before: string | null; after: string | null };
export type ReleasedPart = { kind: Kind; plainId: string; release: number; engineId: string };

/** One step of what is released, by a change, a roll-back, or the repository at a start. */
export type ModelRelease = {
  releaseNo: number;
  kind: ReleaseKind;
  changeId: string | null;
  title: string;
  reason: string;
  author: string;
  approvedBy: string[];
  at: string;
  files: ReleasedFile[];
  /** What became current by it. */
  parts: ReleasedPart[];
  undoneBy: number | null;
};

/** As a list shows it: without the texts. */
export type ModelReleaseLine = Omit<ModelRelease, 'files'> & { files: { path: string; how: 'new' | 'changed' | 'removed' }[] };

export const listStoredFiles = async (db: Reader): Promise<StoredFile[]> => {
  const { rows } = await db.raw(
    `select path, content, repository_hash as "repositoryHash", changed_at as "changedAt", changed_by as "changedBy" from model_files order by path collate "C"`,
  );
  return rows as StoredFile[];
};

/** What is released right now, in the order of its paths. */
export const listModelFiles = async (db: Reader): Promise<LiveFile[]> =>
  (await listStoredFiles(db)).flatMap(({ path, content, changedAt, changedBy }) =>
    content === null ? [] : [{ path, content, hash: hashText(content), changedAt: new Date(changedAt).toISOString(), changedBy }],
  );

/** Puts texts in, or takes them out; where the repository still has a file, that it is out is kept. */
export const saveModelFiles = async (
  trx: Transaction,
  files: readonly { path: string; content: string | null }[],
  changedBy: string,
): Promise<void> => {
  for (const { path, content } of files) {
    if (content === null) {
      await trx.raw('delete from model_files where path = ? and repository_hash is null', [path]);
      await trx.raw('update model_files set content = null, changed_at = now(), changed_by = ? where path = ?', [changedBy, path]);
    } else {
      await trx.raw(
        `insert into model_files (path, content, changed_by) values (:path, :content, :changedBy)
         on conflict (path) do update set content = excluded.content, changed_at = now(), changed_by = excluded.changed_by`,
        { path, content, changedBy },
      );
    }
  }
};

/** From now on this is the repository's text that was taken (or found to be the live one). */
export const setRepositoryHash = async (trx: Transaction, path: string, hash: string): Promise<void> => {
  await trx.raw('update model_files set repository_hash = ? where path = ?', [hash, path]);
};

/** The repository no longer has the file, and what is released neither. */
export const forgetFile = async (trx: Transaction, path: string): Promise<void> => {
  await trx.raw('delete from model_files where path = ?', [path]);
};

export type NewModelRelease = Omit<ModelRelease, 'releaseNo' | 'at' | 'undoneBy'>;

/** Called under the release lock, so the numbers have no gaps. */
export const insertModelRelease = async (trx: Transaction, release: NewModelRelease): Promise<number> => {
  const { files, parts, ...rest } = release;
  const { rows } = await trx.raw(
    `insert into model_releases (release_no, kind, change_id, title, reason, author, approved_by, files, parts)
     select coalesce(max(release_no), 0) + 1, :kind, :changeId::uuid, :title, :reason, :author, :approvedBy::text[], :files::jsonb, :parts::jsonb from model_releases
     returning release_no as "releaseNo"`,
    { ...rest, files: JSON.stringify(files), parts: JSON.stringify(parts) },
  );
  return (rows as { releaseNo: number }[])[0]?.releaseNo ?? 0;
};

export const setUndone = async (trx: Transaction, releaseNo: number, undoneBy: number): Promise<void> => {
  await trx.raw('update model_releases set undone_by = ? where release_no = ?', [undoneBy, releaseNo]);
};

const columns = `release_no as "releaseNo", kind, change_id as "changeId", title, reason, author, approved_by as "approvedBy", at, parts, undone_by as "undoneBy"`;

const withIsoDate = <T extends { at: string }>(row: T): T => ({ ...row, at: new Date(row.at).toISOString() });

const findWhere = async (db: Reader, where: string, value: string | number): Promise<ModelRelease | undefined> => {
  const { rows } = await db.raw(`select ${columns}, files from model_releases where ${where} = ?`, [value]);
  const [row] = rows as ModelRelease[];
  return row && withIsoDate(row);
};

export const findModelRelease = (db: Reader, releaseNo: number): Promise<ModelRelease | undefined> =>
  findWhere(db, 'release_no', releaseNo);

export const findByChange = (db: Reader, changeId: string): Promise<ModelRelease | undefined> => findWhere(db, 'change_id', changeId);

/** Newest first; `before` is the number of the last one seen. */
export const listModelReleases = async (
  db: Reader,
  { limit = 50, before }: { limit?: number; before?: number } = {},
): Promise<ModelReleaseLine[]> => {
  const { rows } = await db.raw(
    `select ${columns}, (select coalesce(jsonb_agg(jsonb_build_object('path', f->'path', 'how',
              case when f->>'before' is null then 'new' when f->>'after' is null then 'removed' else 'changed' end)), '[]') from jsonb_array_elements(files) f) as files
       from model_releases where release_no < ? order by release_no desc limit ?`,
    [before ?? 2_147_483_647, limit],
  );
  return (rows as ModelReleaseLine[]).map(withIsoDate);
};
