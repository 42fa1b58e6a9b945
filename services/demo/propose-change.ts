import type { Deps } from '../deps.ts';
import { listModelFiles } from '../engine/releases/index.ts';
import { findDemoAccount } from '../staff/index.ts';
import { createChange, submitChange } from '../studio/index.ts';

const path = 'duldung/duldung.bpmn';
const [before, after] = ['name="Bescheinigung aushändigen"', 'name="Duldung aushändigen"'];

/** A change that waits for its second person, so that whoever looks at the studio of the demo finds one to read and to release. */
export const proposeChange = async (deps: Deps): Promise<void> => {
  const owner = findDemoAccount('pv');
  const live = (await listModelFiles(deps.db)).find((file) => file.path === path)?.content;
  if (!owner || !live?.includes(before)) return;
  const changeId = await createChange(deps, owner, {
    title: 'Die Duldung beim Namen nennen',
    reason: '„Bescheinigung“ wird mit der Meldebescheinigung verwechselt. Ausgehändigt wird die Duldung.',
    files: [{ path, content: live.replace(before, after) }],
  });
  await submitChange(deps, owner, changeId);
};
