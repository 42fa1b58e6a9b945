import type { Deps } from '../../deps.ts';
import { selectMailbox } from '../../letters/index.ts';
import { auditAlone } from '../../platform/audit.ts';
import type { User } from '../../platform/route.ts';
import type { StepFrame } from '../application/step-page.ts';
import type { Page } from '../page.ts';
import { matterPage, type Said, type UploadFaults } from './matter-page.ts';
import { readMatter } from './read-matter.ts';

export type { Said } from './matter-page.ts';

/** Reads the person's own matter and shows it. Each look at a case stands in the trail. */
export const showMatter = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  frame: StepFrame & { user: User; params: { caseId: string } },
  said: readonly Said[],
  faults: UploadFaults = {},
): Promise<Page> => {
  const { user, params } = frame;
  const matter = await readMatter(deps, user, params.caseId);
  await auditAlone(deps.db, {
    actor: user.account,
    action: 'view case',
    caseId: params.caseId,
    section: matter.found.section,
    outcome: 'done',
    payload: { level: 'portal' },
  });
  const letters = (await selectMailbox(deps.db, user.account)).filter((letter) => letter.caseId === params.caseId);
  return matterPage(matter, letters, said, faults, frame);
};
