import type { User } from '../../platform/route.ts';
import { caseScope } from '../../staff/index.ts';
import { isIn } from '../states.ts';
import type { DryRun } from './trial.ts';

/** Who leads the office or owns processes reads which cases a trial found; others only those of their own sections, and of the rest what would change. */
export const shownTo = (user: User, trial: DryRun): DryRun => {
  if (isIn(user, ['pv', 'al'])) return trial;
  const sections: readonly (string | null)[] = caseScope(user).sections;
  return {
    ...trial,
    changed: trial.changed.map((each) => (sections.includes(each.section) ? each : { ...each, caseId: '', aktenzeichen: '' })),
  };
};
