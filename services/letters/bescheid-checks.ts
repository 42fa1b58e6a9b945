import type { Reader, Transaction } from '../../db/connection.ts';
import { type DoneTask, listDone } from '../tasks/index.ts';
import { type Bescheid, listBescheide } from './bescheide-store.ts';

type About = Pick<DoneTask, 'createdAt' | 'variables'>;

export type Check = { by: string; at: Date; released: boolean; reason: string };

type Checks = {
  /** Every draft of the case, oldest first. */
  drafts: Bescheid[];
  /** What was said about each, oldest first. */
  checks: Map<string, Check[]>;
  /** The draft a check is about: named by its variables, else the newest there was when it came up. */
  aboutOf: (task: About) => Bescheid | undefined;
};

export const checksOf = async (db: Reader, caseId: string): Promise<Checks> => {
  const [drafts, done] = await Promise.all([listBescheide(db, caseId), listDone(db, caseId, 'zeichnen')]);
  const aboutOf = (task: About): Bescheid | undefined =>
    drafts.find((draft) => draft.bescheidId === task.variables.bescheidId) ??
    drafts.filter((draft) => draft.createdAt <= task.createdAt).at(-1);
  const checks = new Map<string, Check[]>();
  for (const task of done) {
    const draft = aboutOf(task);
    if (!draft) continue;
    const { zeichnung, grund } = task.input;
    const check = {
      by: task.completedBy,
      at: task.completedAt,
      released: zeichnung === 'FREIGEBEN',
      reason: typeof grund === 'string' ? grund : '',
    };
    checks.set(draft.bescheidId, [...(checks.get(draft.bescheidId) ?? []), check]);
  }
  return { drafts, checks, aboutOf };
};

/** How often the newest decision of a case was given back so far, if one was drafted. */
export const returnsOf = async (db: Reader, caseId: string): Promise<number> => {
  const { drafts, checks } = await checksOf(db, caseId);
  const newest = drafts.at(-1);
  return drafts.filter((draft) => draft.typ === newest?.typ && checks.get(draft.bescheidId)?.some((check) => !check.released)).length;
};

/** Who has released this very draft; undefined if nobody has. */
export const findSigner = async (trx: Transaction, bescheid: Bescheid): Promise<string | undefined> => {
  const { checks } = await checksOf(trx, bescheid.caseId);
  const last = checks.get(bescheid.bescheidId)?.at(-1);
  return last?.released ? last.by : undefined;
};
