import type { Reader } from '../../db/connection.ts';
import type { TaskRow } from '../tasks/index.ts';
import { type Check, checksOf } from './bescheid-checks.ts';
import type { Bescheid } from './bescheide-store.ts';
import { type BlockChange, diffBlocks } from './diff-blocks.ts';

export type DraftShown = {
  bescheid: Bescheid;
  /** Who gave earlier drafts back, when and why, oldest first. */
  returned: Check[];
  /** Against the draft that was given back last; null at the first look. */
  changes: BlockChange[] | null;
};

/** The draft a task is about, with what has changed since somebody last looked at it. */
export const showDraft = async (db: Reader, task: Pick<TaskRow, 'caseId' | 'createdAt' | 'variables'>): Promise<DraftShown | undefined> => {
  const { drafts, checks, aboutOf } = await checksOf(db, task.caseId);
  const bescheid = aboutOf(task);
  if (!bescheid) return undefined;
  const before = drafts.slice(0, drafts.indexOf(bescheid)).filter((draft) => draft.typ === bescheid.typ);
  // Whoever writes anew is about the draft given back last: why it was, they see as well.
  const returned = [...before, bescheid].flatMap((draft) =>
    (checks.get(draft.bescheidId) ?? []).filter((check) => !check.released && check.at <= task.createdAt),
  );
  const last = before.filter((draft) => checks.get(draft.bescheidId)?.some((check) => !check.released)).at(-1);
  return { bescheid, returned, changes: last ? diffBlocks(last.draft.blocks, bescheid.draft.blocks) : null };
};
