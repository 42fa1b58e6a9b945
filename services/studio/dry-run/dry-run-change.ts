import type { Deps } from '../../engine/index.ts';
import type { User } from '../../platform/route.ts';
import { updateChange } from '../changes-store.ts';
import { fingerprintOf, loadChange, nowOf } from '../load-change.ts';

export type DryRun = {
  at: string;
  openCases: number;
  changed: {
    caseId: string;
    aktenzeichen: string;
    section: string | null;
    what: string;
    decision: string;
    before: string;
    after: string;
    words: string;
  }[];
  byStep: { processId: string; elementId: string; name: string; openTasks: number; words: string }[];
  staying: { processId: string; name: string; running: number }[];
  failures: string[];
  truncated: boolean;
};

export const dryRunChange = async (deps: Deps, _user: User, changeId: string, _signal: AbortSignal): Promise<DryRun> => {
  const loaded = await loadChange(deps.db, changeId);
  const at = nowOf(deps).toISOString();
  const result: DryRun = { at, openCases: 0, changed: [], byStep: [], staying: [], failures: [], truncated: false };
  await deps.db.transaction((trx) => updateChange(trx, changeId, { dryRun: result, dryRunOf: fingerprintOf(loaded) }));
  return result;
};
