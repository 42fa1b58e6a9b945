import { createHash } from 'node:crypto';
import type { Reader, Transaction } from '../../../db/connection.ts';
import { type LiveFile, listModelFiles, type ModelFile, withChanges } from '../../engine/releases/index.ts';
import { NotFound } from '../../platform/errors.ts';
import type { User } from '../../platform/route.ts';
import { requireWriter } from '../rights.ts';
import { type ChangeRow, findChange, lockChange } from './changes-store.ts';
import { type ChangeFileRow, selectFiles } from './files-store.ts';

/** A change with its files and what is live now. */
export type LoadedChange = { change: ChangeRow; files: ChangeFileRow[]; live: Map<string, LiveFile> };

export const readLive = async (db: Reader): Promise<Map<string, LiveFile>> =>
  new Map((await listModelFiles(db)).map((file) => [file.path, file]));

const getChange = async (db: Reader, changeId: string): Promise<ChangeRow> => {
  const change = await findChange(db, changeId);
  if (!change) throw new NotFound();
  return change;
};

export const loadChange = async (db: Reader, changeId: string): Promise<LoadedChange> => {
  const change = await getChange(db, changeId);
  const [files, live] = await Promise.all([selectFiles(db, changeId), readLive(db)]);
  return { change, files, live };
};

/** The change, for somebody who writes changes. */
export const getWritable = async (db: Reader, user: User, changeId: string): Promise<ChangeRow> => {
  requireWriter(user);
  return getChange(db, changeId);
};

export const lockExisting = async (trx: Transaction, changeId: string): Promise<ChangeRow> => {
  const change = await lockChange(trx, changeId);
  if (!change) throw new NotFound();
  return change;
};

export const lockLoaded = async (trx: Transaction, changeId: string): Promise<LoadedChange> => ({
  change: await lockExisting(trx, changeId),
  files: await selectFiles(trx, changeId),
  live: await readLive(trx),
});

export const isChanged = (file: ChangeFileRow): boolean => file.content !== file.base;

/** Each file with all that was and is to be written in it. */
export const textsOf = ({ files }: Pick<LoadedChange, 'files'>): { path: string; texts: (string | null)[] }[] =>
  files.map(({ path, base, content }) => ({ path, texts: [base, content] }));

/** Somebody else's release has changed the file since this change took it. */
export const isStale = (file: ChangeFileRow, live: ReadonlyMap<string, LiveFile>): boolean =>
  (live.get(file.path)?.hash ?? null) !== file.baseHash;

/** The whole set as it would be after the release. */
export const filesAfter = ({ files, live }: Pick<LoadedChange, 'files' | 'live'>): ModelFile[] => withChanges([...live.values()], files);

/** Tells whether a trial still speaks of these texts, on top of this live set. */
export const fingerprintOf = ({ files, live }: Pick<LoadedChange, 'files' | 'live'>): string => {
  const hash = createHash('sha256');
  for (const { path, content } of files.filter(isChanged)) hash.update(`${path}\0${live.get(path)?.hash ?? ''}\0${content ?? '-'}\0`);
  return hash.digest('hex');
};
