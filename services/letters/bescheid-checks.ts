import type { Transaction } from '../../db/connection.ts';
import { type DoneTask, listDone, type Reader } from '../tasks/index.ts';
import { type Bescheid, listBescheide } from './bescheide-store.ts';

/** The second check of a draft, whichever block holds it. */
export const SIGNING = 'userTask_BescheidZeichnen';

/** The draft a check was about: named by its variables, else the newest there was when it came up. */
const aboutOf = (task: DoneTask, drafts: readonly Bescheid[]): Bescheid | undefined =>
  drafts.find((draft) => draft.bescheidId === task.variables.bescheidId) ??
  drafts.filter((draft) => draft.createdAt <= task.createdAt).at(-1);

export type Check = { by: string; at: Date; released: boolean };

/** What was said about each draft of a case, oldest first. */
const readChecks = async (db: Reader, caseId: string): Promise<{ drafts: Bescheid[]; checks: Map<string, Check[]> }> => {
  const [drafts, done] = await Promise.all([listBescheide(db, caseId), listDone(db, caseId, SIGNING)]);
  const checks = new Map<string, Check[]>();
  for (const task of done) {
    const draft = aboutOf(task, drafts);
    if (!draft) continue;
    const check = { by: task.completedBy, at: task.completedAt, released: task.input.zeichnung === 'FREIGEBEN' };
    checks.set(draft.bescheidId, [...(checks.get(draft.bescheidId) ?? []), check]);
  }
  return { drafts, checks };
};

const wasReturned = (checks: readonly Check[] | undefined): boolean => checks?.some((check) => !check.released) ?? false;

const returnedBefore = async (db: Reader, bescheid: Bescheid): Promise<Bescheid[]> => {
  const { drafts, checks } = await readChecks(db, bescheid.caseId);
  const before = drafts.slice(
    0,
    drafts.findIndex((draft) => draft.bescheidId === bescheid.bescheidId),
  );
  return before.filter((draft) => draft.typ === bescheid.typ && wasReturned(checks.get(draft.bescheidId)));
};

/** How often a decision of this type was given back in this case. */
export const countReturns = async (db: Reader, bescheid: Bescheid): Promise<number> => (await returnedBefore(db, bescheid)).length;

/** The draft that was given back last: what has changed since then is what a second look is about. */
export const lastReturned = async (db: Reader, bescheid: Bescheid): Promise<Bescheid | undefined> =>
  (await returnedBefore(db, bescheid)).at(-1);

/** Who has released this very draft; undefined if nobody has. */
export const findSigner = async (trx: Transaction, bescheid: Bescheid): Promise<string | undefined> => {
  const { checks } = await readChecks(trx, bescheid.caseId);
  const last = checks.get(bescheid.bescheidId)?.at(-1);
  return last?.released ? last.by : undefined;
};

/** How often the newest decision of a case was given back so far, if one was drafted. */
export const returnsOf = async (db: Reader, caseId: string): Promise<number> => {
  const { drafts, checks } = await readChecks(db, caseId);
  const newest = drafts.at(-1);
  return drafts.filter((draft) => draft.typ === newest?.typ && wasReturned(checks.get(draft.bescheidId))).length;
};
