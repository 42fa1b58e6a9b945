import type { Database } from '../contracts.ts';
import { hashOf } from './model-files.ts';
import { listStoredFiles, type StoredFile } from './model-store.ts';
import { readFolder } from './read-bundle.ts';

/**
 * `studio`: released in the browser, the repository still has the old text. `repository`: its text is newer and was not taken, because the live one had
 * changed too. `nur-live` and `nur-repository`: only one of both has the file.
 */
export type Drift = { path: string; state: 'gleich' | 'studio' | 'repository' | 'nur-live' | 'nur-repository' };

const stateOf = (row: StoredFile | undefined, repository: string | null): Drift['state'] | undefined => {
  const live = hashOf(row?.content);
  if (live === null && repository === null) return undefined;
  if (live === null) return 'nur-repository';
  if (repository === null) return 'nur-live';
  if (live === repository) return 'gleich';
  return repository === row?.repositoryHash ? 'studio' : 'repository';
};

/** The repository's files against what is live, every file of either. */
export const readDrift = async (db: Database, folder: string): Promise<Drift[]> => {
  const [rows, { files }] = await Promise.all([listStoredFiles(db), readFolder(folder)]);
  const stored = new Map(rows.map((row) => [row.path, row]));
  const repository = new Map(files.map(({ path, content }) => [path, hashOf(content)]));
  const paths = [...new Set([...stored.keys(), ...repository.keys()])].sort();
  return paths.flatMap((path) => {
    const state = stateOf(stored.get(path), repository.get(path) ?? null);
    return state ? [{ path, state }] : [];
  });
};
