import type { ModelRelease, ModelReleaseLine } from '../../engine/releases/index.ts';
import type { User } from '../../platform/route.ts';
import { hasRight } from '../../staff/index.ts';
import type { UndoRow } from './undos-store.ts';

/** Several people may have written one change; their accounts stand in one line. */
const namesOf = (accounts: string, names: ReadonlyMap<string, string>): string =>
  accounts
    .split(', ')
    .map((account) => names.get(account) ?? account)
    .join(', ');

/** Each of its files with all that was and is written in it. */
export const releaseTexts = ({ files }: ModelRelease): { path: string; texts: (string | null)[] }[] =>
  files.map(({ path, before, after }) => ({ path, texts: [before, after] }));

export const releaseLine = <Release extends ModelRelease | ModelReleaseLine>(
  user: User,
  release: Release,
  undos: readonly UndoRow[],
  names: ReadonlyMap<string, string>,
) => {
  const undo = undos.find((each) => each.releaseNo === release.releaseNo && each.undoneByRelease === null);
  return {
    ...release,
    // Of a roll-back it is the order's own id.
    changeId: release.kind === 'change' ? release.changeId : null,
    authorName: namesOf(release.author, names),
    approvedByNames: release.approvedBy.map((account) => names.get(account) ?? account),
    undo: undo ? { by: undo.requestedBy, at: new Date(undo.requestedAt).toISOString(), failure: undo.failure } : null,
    mayUndo: hasRight(user, 'bring-releases-back') && release.undoneBy === null && release.files.length > 0,
  };
};
