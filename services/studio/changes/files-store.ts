import type { Reader, Transaction } from '../../../db/connection.ts';

export type ChangeFileRow = {
  path: string;
  /** Null: the file is to go. */
  content: string | null;
  /** The live text it was made from; null: there is none, the file is new. */
  base: string | null;
  baseHash: string | null;
  version: number;
  savedAt: Date;
  savedBy: string;
};

const columns = {
  path: 'path',
  content: 'content',
  base: 'base_content',
  baseHash: 'base_hash',
  version: 'version',
  savedAt: 'saved_at',
  savedBy: 'saved_by',
} as const;

export const selectFiles = async (db: Reader, changeId: string): Promise<ChangeFileRow[]> =>
  db('change_files').where('change_id', changeId).orderBy('path').select(columns);

export const findFile = async (db: Reader, changeId: string, path: string): Promise<ChangeFileRow | undefined> =>
  db('change_files').where({ change_id: changeId, path }).select(columns).first();

export type FileWrite = Omit<ChangeFileRow, 'version'>;

/** Writes the file and counts its version up. */
export const saveFileRow = async (trx: Transaction, changeId: string, file: FileWrite): Promise<number> => {
  const row = {
    content: file.content,
    base_content: file.base,
    base_hash: file.baseHash,
    saved_at: file.savedAt,
    saved_by: file.savedBy,
  };
  const [saved] = (await trx('change_files')
    .insert({ change_id: changeId, path: file.path, ...row })
    .onConflict(['change_id', 'path'])
    .merge({ ...row, version: trx.raw('change_files.version + 1') })
    .returning('version')) as { version: number }[];
  return saved?.version ?? 1;
};

export const deleteFileRow = async (trx: Transaction, changeId: string, path: string): Promise<void> => {
  await trx('change_files').where({ change_id: changeId, path }).delete();
};
