import test, { registerCompletionHandler } from 'ava';
import { BundleRefused, EngineRefused } from '../../../services/engine/index.ts';
import { deployProcesses } from '../../../services/engine/releases/index.ts';
import { aBundle, withFolder } from './support/a-bundle.ts';
import { eventually, openLab } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

/** Ids carry a stamp, because the engine is shared and remembers the models of earlier runs. */
const stamp = Date.now().toString(36);
const named = (name: string): string => `dep-${name}-${stamp}`;
const bundle = (label?: string, answer?: string, prefix = '') => aBundle((name) => named(`${prefix}${name}`), { label, answer });

const lab = await openLab();
const { deps } = lab;
const deploy = (files: Record<string, string>) => withFolder(files, (folder) => deployProcesses(deps, folder));
const count = async (): Promise<number> => Number((await deps.db.raw('select count(*) as n from releases')).rows[0].n);

test.before(() => deps.engine.whenHealthy(AbortSignal.timeout(20_000)));
test.after.always(() => lab.close());

test.serial('a bundle is released parts first, and a second time nothing happens', async (t) => {
  const first = await deploy(bundle());
  t.deepEqual(
    first.released.map((id) => id.replace(/--.*/, '')),
    ['stufe', 'formular', 'kind', 'wurzel'].map(named),
  );
  t.regex(first.released[1] ?? '', /--[0-9a-f]{8}$/);
  t.is(first.released[3], named('wurzel'), 'a process with a message start keeps its id');
  t.deepEqual(await deploy(bundle()), { released: [], redeployed: [], unchanged: 4 });
});

test.serial('two processes that start together release once', async (t) => {
  // Beside what is there: what the folder no longer has would not stay current.
  const more = Object.fromEntries(Object.entries(bundle('Grund', 'hoch', 'p-')).map(([path, content]) => [`p/${path}`, content]));
  const files = { ...bundle(), ...more };
  const outcomes = await Promise.all([deploy(files), deploy(files)]);
  t.deepEqual(outcomes.map(({ released }) => released.length).toSorted(), [0, 4]);
});

test.serial('an edit of a form releases it and all above it; what ran before keeps its own', async (t) => {
  const before = await deps.releases.find(named('kind'));
  const rootBefore = await deps.releases.findContent(named('wurzel'), 'bpmn');
  const { released, unchanged } = await deploy(bundle('Neuer Grund'));
  t.deepEqual(
    released.map((id) => id.replace(/--.*/, '')),
    ['formular', 'kind', 'wurzel'].map(named),
  );
  t.is(unchanged, 1);
  // Who released hears of it as everybody else does, a moment later.
  await eventually('the release is known', async () => (await deps.releases.find(named('kind')))?.release === 2);
  const after = await deps.releases.find(named('kind'));
  t.is(before?.release, 1);
  t.not(after?.engineId, before?.engineId);
  t.deepEqual(await deps.releases.find(named('wurzel')), { release: 2, engineId: named('wurzel') });

  const old = await deps.releases.describeElement(before?.engineId ?? '', 'userTask_Pruefen');
  const now = await deps.releases.describeElement(after?.engineId ?? '', 'userTask_Pruefen');
  const labelOf = (form: unknown) => (form as { components: { label: string }[] }).components[0]?.label;
  t.like(old, {
    name: 'userTask_Pruefen heißt so',
    documentation: 'Prüfen Sie den Grund.',
    formId: named('formular'),
    properties: { norm: '§ 60a AufenthG' },
  });
  t.is(labelOf(old?.formContent), 'Grund');
  t.is(labelOf(now?.formContent), 'Neuer Grund');
  t.is((old?.formContent as { id: string } | undefined)?.id, named('formular'));

  t.is((await deps.releases.findByEngineId(named('wurzel'), rootBefore?.definitionKey))?.release, 1);
  t.is((await deps.releases.findByEngineId(named('wurzel')))?.release, 2);
});

test.serial('going back makes old parts current again, and is a new release of the root', async (t) => {
  const { released } = await deploy(bundle());
  t.deepEqual(released, [named('wurzel')]);
  // Who released hears of it as everybody else does, a moment later.
  await eventually('the release is known', async () => (await deps.releases.find(named('wurzel')))?.release === 3);
  t.is((await deps.releases.find(named('kind')))?.release, 1);
});

test.serial('a table that answers an example wrongly is named, and nothing is released', async (t) => {
  const before = await count();
  const error = await t.throwsAsync(deploy(bundle('Grund', 'falsch')), { instanceOf: BundleRefused });
  t.regex(error?.message ?? '', /stufe\.dmn: das Beispiel „viel“ ergibt "falsch", erwartet wird "hoch"/);
  t.is(await count(), before);
});

test.serial('a model the engine refuses leaves the releases as they were', async (t) => {
  const before = await count();
  const files = bundle('Noch ein Grund');
  files['kind/kind.bpmn'] = (files['kind/kind.bpmn'] ?? '').replace('resultVariable="stufe"', 'resultVariable=""');
  await t.throwsAsync(deploy(files), { instanceOf: EngineRefused });
  t.is(await count(), before);
});

test.serial('an engine that is not the one we deployed to gets everything again', async (t) => {
  await deps.db.raw(`update engine_states set fingerprint = 'another engine'`);
  const { released, redeployed } = await deploy(bundle());
  t.deepEqual(released, []);
  t.is(redeployed.length, 4);
  t.deepEqual(await deploy(bundle()), { released: [], redeployed: [], unchanged: 4 });
});

test.serial('a released decision is evaluated under its own id, and its required one travels along', async (t) => {
  const found = await deps.releases.find(named('stufe'), 'dmn');
  t.deepEqual(await deps.engine.evaluateDecision(found?.engineId ?? '', { wert: 50 }), { output: 'hoch', failure: '' });
  t.is(deps.releases.plainIdOf(found?.engineId ?? ''), named('stufe'));
});

test.serial('what has no model is not found, neither is an unknown element', async (t) => {
  t.is(await deps.releases.find('gibt-es-nicht'), undefined);
  t.is(await deps.releases.describeElement(named('wurzel'), 'gibt-es-nicht'), undefined);
  t.is(await deps.releases.findContent(named('kind'), 'bpmn', 99), undefined);
  t.is((await deps.releases.list({ plainId: named('kind') })).length, 2);
  t.is((await deps.releases.list({ plainId: named('kind'), currentOnly: true })).length, 1);
});
