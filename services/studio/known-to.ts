import type { Deps } from '../deps.ts';
import { listModelFiles, type Releases } from '../engine/releases/index.ts';
import { listWithheld } from '../models/index.ts';
import { NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { hasRight } from '../staff/index.ts';
import { describeFile, kindOf } from './describe-file.ts';

type File = { path: string; texts?: readonly (string | null)[] };

/** Whether this person may know of a file: by its path, and by what is written in it. */
export type IsKnown = (file: File) => boolean;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * Who writes models and who signs them answers for the routing table and every process, the hidden one too: they read its model, never its cases. Who
 * only reads along is outside its circle, and for him those files, and changes and releases of them, do not exist (docs/adr/0005).
 */
export const knownTo = async ({ db, releases }: { db: Deps['db']; releases: Releases }, user: User): Promise<IsKnown> => {
  if (hasRight(user, 'try-changes') || hasRight(user, 'see-hidden-cases')) return () => true;
  const [withheld, live] = await Promise.all([listWithheld(releases, user), listModelFiles(db)]);
  const isHidden = ({ path, content }: { path: string; content: string }): boolean =>
    kindOf(path) === 'bpmn' && withheld.processes.has(describeFile(path, content).plainId);
  const folders = new Set(live.filter(isHidden).map(({ path }) => folderOf(path)));
  const named = new Set(live.filter(({ content }) => withheld.isNamedIn(content)).map(({ path }) => path));
  return ({ path, texts = [] }) =>
    !folders.has(folderOf(path)) && !named.has(path) && !texts.some((text) => text !== null && withheld.isNamedIn(text));
};

/** Throws NotFound where one of the files is not for this person: the whole is answered like an absent one. */
export const requireKnown = async (deps: { db: Deps['db']; releases: Releases }, user: User, files: readonly File[]): Promise<void> => {
  const isKnown = await knownTo(deps, user);
  if (!files.every(isKnown)) throw new NotFound();
};
