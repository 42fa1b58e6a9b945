import { hashOf, hashText, type ModelFile } from './model-files.ts';
import type { ReleasedFile, StoredFile } from './model-store.ts';

export type TakeOver = {
  /** What the live set takes from the repository. */
  files: ReleasedFile[];
  /** Texts the repository and the live set agree on from now on, by path. */
  agreed: { path: string; hash: string }[];
  /** Out of both. */
  gone: string[];
  /** Changed on both sides: the live one stays. */
  kept: string[];
};

/**
 * What the repository has new at a start. A file is taken when the live text is the one last taken from there; what was released in the browser
 * since stays, whatever the repository says.
 */
export const planTakeOver = (stored: readonly StoredFile[], folder: readonly ModelFile[]): TakeOver => {
  const plan: TakeOver = { files: [], agreed: [], gone: [], kept: [] };
  const rows = new Map(stored.map((row) => [row.path, row]));
  for (const { path, content } of folder) {
    const row = rows.get(path);
    const live = hashOf(row?.content);
    const hash = hashText(content);
    const takes = live !== hash && (!row || (hash !== row.repositoryHash && live === row.repositoryHash));
    if (takes) plan.files.push({ path, before: row?.content ?? null, after: content });
    if (takes || (live === hash && row?.repositoryHash !== hash)) plan.agreed.push({ path, hash });
    else if (live !== hash && hash !== row?.repositoryHash) plan.kept.push(path);
  }
  const inFolder = new Set(folder.map(({ path }) => path));
  for (const { path, content, repositoryHash } of stored.filter((row) => !inFolder.has(row.path))) {
    if (repositoryHash === null) continue;
    if (content === null) plan.gone.push(path);
    else if (hashText(content) === repositoryHash) {
      plan.files.push({ path, before: content, after: null });
      plan.gone.push(path);
    } else plan.kept.push(path);
  }
  return plan;
};
