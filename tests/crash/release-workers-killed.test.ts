import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { listModelFiles } from '../../services/engine/releases/index.ts';
import { findPart, kill, openDatabase, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { partsOfCase, readState, stateOf } from '../support/crash-release.ts';
import { CHECK } from '../support/duldung.ts';
import { until } from '../support/office.ts';
import { aChange, bringIntoForce, swap, takeBack } from '../support/studio.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

const ROOT = 'wiedervorlage/wiedervorlage.bpmn';
const FORM = 'duldung/duldung-grund.form';

/** How long after the second person's agreement the workers die: before, during and after what the command does. */
const MOMENTS_MS = [0, 60, 150, 400];

test.serial('the workers die while what two people agreed on comes into force: it is in force when they are back', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const live = (await listModelFiles(db)).map(({ path, content }) => ({ path, content }));
  const textOf = (path: string): string => live.find((file) => file.path === path)?.content ?? '';
  const old = await readState(db);
  for (const [index, wait] of MOMENTS_MS.entries()) {
    const form = JSON.parse(textOf(FORM)) as { components: { label?: string }[] };
    const labelled = form.components.find(({ label }) => label);
    if (labelled) labelled.label = `${labelled.label} (${index + 1})`;
    const files = [
      { path: ROOT, content: swap(textOf(ROOT), 'name="Wiedervorlage vorgemerkt"', `name="Wiedervorlage vorgemerkt ${index + 1}"`) },
      { path: FORM, content: JSON.stringify(form, null, 2) },
    ];
    const { changeId } = await aChange(`Absturz ${index + 1}`, files);
    const inForce = bringIntoForce(changeId);
    await until('both agreed', async () => {
      const { rows } = await db.raw(`select 1 from process_changes where change_id = ? and state in ('freigegeben', 'in-kraft')`, [
        changeId,
      ]);
      return rows.length > 0;
    });
    await pause(wait);
    const workers = await kill('workers');
    const releaseNo = await inForce;
    await findPart('workers', workers);
    await untilHealthy();
    const changed = new Map(files.map(({ path, content }) => [path, content]));
    const next = stateOf(live.map(({ path, content }) => ({ path, content: changed.get(path) ?? content })));
    t.deepEqual(await readState(db), next, `after ${wait} ms`);
    const [one] = await openMany(acked, 1);
    if (!one) throw new Error('no case');
    await untilOpen(db, [one], CHECK);
    const parts = await until('the records of the case', async () => {
      const found = await partsOfCase(db, one.caseId);
      return found.some((part) => part.includes(' duldung ')) && found;
    });
    t.deepEqual(
      parts.filter((part) => !next.current.includes(part)),
      [],
      'a new case runs on it',
    );
    await takeBack(releaseNo);
    t.deepEqual(await readState(db), old);
  }
  await held.check(t, acked);
});
