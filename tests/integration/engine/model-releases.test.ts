import test, { registerCompletionHandler } from 'ava';
import { BundleRefused, EngineRefused } from '../../../services/engine/index.ts';
import {
  deployProcesses,
  findModelRelease,
  hashText,
  listModelFiles,
  listModelReleases,
  previewBundle,
  readDrift,
  releaseFiles,
  rollBack,
} from '../../../services/engine/releases/index.ts';
import { Conflict, NotFound } from '../../../services/platform/errors.ts';
import { aBundle, withFolder } from './support/a-bundle.ts';
import { aForm, aProcess } from './support/a-process.ts';
import { eventually, openLab } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const lab = await openLab();
const { deps } = lab;
const { db, engine } = deps;

/** Ids carry a stamp, because the engine is shared and remembers the models of earlier runs. */
const stamp = Date.now().toString(36);
const named = (name: string): string => `mod-${name}-${stamp}`;
const bundle = (change?: Parameters<typeof aBundle>[1]) => aBundle(named, change);
type Texts = Record<string, string | null>;

const FORM = 'kind/formular.form';
const TABLE = 'decisions/stufe.dmn';
const VECTORS = 'decisions/stufe.vectors.json';
const ROOT = 'wurzel/wurzel.bpmn';

const deploy = (files: Record<string, string>) => withFolder(files, (folder) => deployProcesses(deps, folder));
const drift = (files: Record<string, string>) => withFolder(files, (folder) => readDrift(db, folder));
const live = async (): Promise<Texts> => Object.fromEntries((await listModelFiles(db)).map(({ path, content }) => [path, content]));
const last = async () => (await listModelReleases(db, { limit: 1 }))[0];

/** The change against what is live right now, as the studio makes it. */
const changesOf = async (texts: Texts) => {
  const now = await live();
  return Object.entries(texts).map(([path, content]) => ({ path, content, baseHash: now[path] ? hashText(now[path]) : null }));
};
const input = { title: 'Formular klarer', reason: 'Rückfragen', author: 'pv', approvedBy: ['al'] };
const release = async (texts: Texts, changeId = crypto.randomUUID()) =>
  releaseFiles(deps, { ...input, changeId, changes: await changesOf(texts) });

/** All a release writes. */
const everything = async () => ({
  files: (await db.raw('select path, content, repository_hash from model_files order by path')).rows,
  releases: (await db.raw('select release_id, definition_key, former_keys, vectors_hash, current from releases order by release_id')).rows,
  steps: (await db.raw('select release_no, undone_by from model_releases order by release_no')).rows,
  state: (await db.raw('select fingerprint from engine_states')).rows,
});

/** Every test begins where the repository and the office agree. */
test.serial.beforeEach(async () => {
  await db.raw('delete from model_files');
  await deploy(bundle());
});
test.before(() => engine.whenHealthy(AbortSignal.timeout(20_000)));
test.after.always(() => lab.close());

test.serial('the first start takes the whole folder; what an office had released before stays as it is', async (t) => {
  const before = await everything();
  await db.raw('delete from model_files; delete from model_releases');
  t.deepEqual((await deploy(bundle())).released, []);
  t.deepEqual(await live(), bundle());
  const { releases, state } = await everything();
  t.deepEqual([releases, state], [before.releases, before.state]);
  t.like(await last(), { releaseNo: 1, kind: 'repository', reason: '5 Dateien', files: [], author: 'Lotse' });
  t.true((await drift(bundle())).every((each) => each.state === 'gleich'));
  await t.throwsAsync(rollBack(deps, { releaseNo: 1, reason: '', by: 'al' }), { instanceOf: Conflict });
});

test.serial('a change becomes a release: texts, parts, who and why; the same change again is found', async (t) => {
  const changeId = crypto.randomUUID();
  const before = await deps.releases.find(named('kind'));
  const text = aForm(named('formular'), 'Warum?');
  const first = await release({ [FORM]: text }, changeId);
  t.false(first.alreadyDone);
  t.deepEqual(await release({ [FORM]: text }, changeId), { releaseNo: first.releaseNo, alreadyDone: true });

  t.is((await live())[FORM], text);
  const made = await findModelRelease(db, first.releaseNo);
  t.like(made, { kind: 'change', changeId, title: input.title, reason: input.reason, author: 'pv', approvedBy: ['al'], undoneBy: null });
  t.deepEqual(made?.files, [{ path: FORM, before: bundle()[FORM] ?? '', after: text }]);
  t.deepEqual(
    made?.parts.map(({ plainId }) => plainId),
    ['formular', 'kind', 'wurzel'].map(named),
  );
  t.deepEqual((await last())?.files, [{ path: FORM, how: 'changed' }]);
  // In the releasing process at once, without waiting for the announcement.
  const after = await deps.releases.find(named('kind'));
  t.not(after?.engineId, before?.engineId);
  t.is(made?.parts.find(({ plainId }) => plainId === named('kind'))?.engineId, after?.engineId);
});

test.serial('a restart keeps what was released in the browser, and takes what is new in the repository beside it', async (t) => {
  const text = aForm(named('formular'), 'Aus dem Browser');
  await release({ [FORM]: text });
  const before = await everything();
  t.deepEqual(await deploy(bundle()), { released: [], redeployed: [], unchanged: 4 });
  t.deepEqual(await everything(), before);
  t.deepEqual(
    (await drift(bundle())).filter(({ state }) => state !== 'gleich'),
    [{ path: FORM, state: 'studio' }],
  );

  const newer = { ...bundle(), [ROOT]: (bundle()[ROOT] ?? '').replace('heißt so', 'heißt anders') };
  t.deepEqual(
    (await drift(newer)).filter(({ state }) => state !== 'gleich'),
    [
      { path: FORM, state: 'studio' },
      { path: ROOT, state: 'repository' },
    ],
    'not taken until the start',
  );
  t.deepEqual((await deploy(newer)).released, [named('wurzel')]);
  t.deepEqual(await live(), { ...newer, [FORM]: text });
  t.like(await last(), { kind: 'repository', files: [{ path: ROOT, how: 'changed' }] });
});

test.serial('what the repository brought is taken back like any other release, and a restart does not bring it again', async (t) => {
  const newer = bundle({ label: 'Neu aus den Dateien' });
  await deploy(newer);
  const made = await last();
  t.like(made, { kind: 'repository', files: [{ path: FORM, how: 'changed' }] });
  await rollBack(deps, { releaseNo: made?.releaseNo ?? 0, reason: 'lieber nicht', by: 'al' });
  await deploy(newer);
  t.deepEqual(await live(), bundle());
  t.deepEqual(
    (await drift(newer)).filter(({ state }) => state !== 'gleich'),
    [{ path: FORM, state: 'studio' }],
  );
});

test.serial('a case of a root the office does not know yet is ahead; one of any known version is not', async (t) => {
  const text = (bundle()[ROOT] ?? '').replace('heißt so', 'kommt gleich');
  const known = await deps.releases.findContent(named('wurzel'), 'bpmn');
  t.false(await deps.releases.isAhead(named('wurzel'), known?.definitionKey ?? ''));
  const child = await deps.releases.find(named('kind'));
  const content = text.replace(/processId="[^"]*"/, `processId="${child?.engineId}"`);
  const [early] = await engine.deployTogether([{ name: 'wurzel_wurzel.bpmn', id: named('wurzel'), content }]);
  t.true(await deps.releases.isAhead(named('wurzel'), early?.key ?? ''));
  await release({ [ROOT]: text });
  t.is((await deps.releases.findContent(named('wurzel'), 'bpmn'))?.definitionKey, early?.key, 'run again, the engine knows it');
  t.false(await deps.releases.isAhead(named('wurzel'), early?.key ?? ''));
  t.false(await deps.releases.isAhead(named('wurzel'), known?.definitionKey ?? ''));
  t.false(await deps.releases.isAhead(named('nie-gesehen'), early?.key ?? ''));
});

test.serial('changed on both sides: the live one stays and drift says so, until they agree again', async (t) => {
  const mine = aForm(named('formular'), 'Meins');
  await release({ [FORM]: mine });
  const theirs = { ...bundle(), [FORM]: aForm(named('formular'), 'Anders') };
  for (const _ of [1, 2]) {
    await deploy(theirs);
    t.is((await live())[FORM], mine);
    t.deepEqual(
      (await drift(theirs)).filter(({ state }) => state !== 'gleich'),
      [{ path: FORM, state: 'repository' }],
    );
  }
  const agreed = { ...bundle(), [FORM]: mine };
  t.deepEqual((await deploy(agreed)).released, []);
  t.true((await drift(agreed)).every(({ state }) => state === 'gleich'));
  // From then on the repository leads again.
  await deploy(bundle({ label: 'Neuer' }));
  t.is((await live())[FORM], bundle({ label: 'Neuer' })[FORM]);
});

test.serial('a file born in the browser stays, one removed there does not come back, one gone from the repository goes', async (t) => {
  const own = aForm(named('eigenes'));
  await release({ 'neu/eigenes.form': own });
  const more = { ...bundle(), 'neu/fremd.form': aForm(named('fremd')) };
  await deploy(more);
  await release({ 'neu/fremd.form': null });
  await deploy(more);
  t.deepEqual(Object.keys(await live()).toSorted(), [...Object.keys(bundle()), 'neu/eigenes.form'].toSorted());
  t.deepEqual(
    (await drift(more)).filter(({ state }) => state !== 'gleich'),
    [
      { path: 'neu/eigenes.form', state: 'nur-live' },
      { path: 'neu/fremd.form', state: 'nur-repository' },
    ],
  );
  await deploy(bundle());
  t.deepEqual(
    (await drift(bundle())).filter(({ state }) => state !== 'gleich'),
    [{ path: 'neu/eigenes.form', state: 'nur-live' }],
  );
  await deploy({ ...bundle(), 'neu/dritte.form': aForm(named('dritte')) });
  t.truthy(await deps.releases.find(named('dritte'), 'form'));
  await deploy(bundle());
  t.is((await live())['neu/dritte.form'], undefined);
  await eventually('the part is out', async () => (await deps.releases.find(named('dritte'), 'form')) === undefined);
});

test.serial('new files that do not fit what was released in the browser: the office starts with what is live', async (t) => {
  const form = aForm(named('zusatz'));
  const more = { ...bundle(), 'kind/zusatz.form': form };
  await deploy(more);
  await release({ 'kind/zusatz.form': null });
  const before = await live();
  const using = {
    ...more,
    'neu/neu.bpmn': aProcess(named('neu'))
      .start()
      .userTask('userTask_Neu', { form: named('zusatz') })
      .xml(),
  };
  await deploy(using);
  t.deepEqual(await live(), before);
  t.like(Object.fromEntries((await drift(using)).map(({ path, state }) => [path, state])), { 'neu/neu.bpmn': 'nur-repository' });
});

test.serial('a base that moved is refused with its name, and nothing changes', async (t) => {
  const changes = await changesOf({
    [FORM]: aForm(named('formular'), 'Zweite'),
    [ROOT]: (bundle()[ROOT] ?? '').replace('heißt so', 'neu'),
  });
  await release({ [FORM]: aForm(named('formular'), 'Erste') });
  const before = await everything();
  const error = await t.throwsAsync(releaseFiles(deps, { ...input, changeId: crypto.randomUUID(), changes }), { instanceOf: Conflict });
  t.deepEqual(error?.details, { paths: [FORM] });
  t.regex(error?.message ?? '', /kind\/formular\.form/);
  t.deepEqual(await everything(), before);
  await t.throwsAsync(release(await live()), { instanceOf: Conflict, message: /unterscheidet sich nicht/ });
});

test.serial('wrong examples, broken references, odd names and models the engine refuses: said in words, and nothing changes', async (t) => {
  const before = await everything();
  const root = bundle()[ROOT] ?? '';
  const kind = bundle()['kind/kind.bpmn'] ?? '';
  const refused: [Texts, RegExp][] = [
    [{ [TABLE]: bundle({ answer: 'falsch' })[TABLE] ?? '' }, /das Beispiel „viel“ ergibt "falsch"/],
    [
      { [VECTORS]: (bundle()[VECTORS] ?? '').replace('"niedrig"', '"hoch"') },
      /das Beispiel „wenig“ ergibt "niedrig", erwartet wird "hoch"/,
    ],
    [{ [VECTORS]: '[{]' }, /decisions\/stufe\.vectors\.json/],
    [{ [FORM]: null }, /userTask_Pruefen verweist auf das Formular/],
    [{ [TABLE]: null, 'kind/kind.bpmn': kind.replace(/<bpmn:businessRuleTask.*?Task>/s, '') }, /gehören zu keiner Tabelle/],
    [{ '../boese.form': aForm(named('boese')) }, /so darf eine Datei nicht heißen/],
    [{ 'neu/kopie.form': bundle()[FORM] ?? '' }, /gibt es schon in kind\/formular\.form/],
  ];
  for (const [texts, says] of refused) await t.throwsAsync(release(texts), { instanceOf: BundleRefused, message: says });
  await t.throwsAsync(release({ 'kind/kind.bpmn': kind.replace('resultVariable="stufe"', 'resultVariable=""') }), {
    instanceOf: EngineRefused,
  });
  await t.throwsAsync(release({ [ROOT]: root.replace(/processId="[^"]*"/, 'processId=""') }), { instanceOf: BundleRefused });
  t.deepEqual(await everything(), before);
});

test.serial('roots are refused all together: one the engine does not take keeps the other from being released', async (t) => {
  const other = (label: string) =>
    aProcess(named('zweite')).startedBy(named('start2')).userTask('userTask_B', { documentation: label }).xml();
  await release({ 'wurzel/zweite.bpmn': other('eins') });
  const before = await everything();
  const broken = other('zwei').replace(/messageRef="[^"]*"/, 'messageRef="gibt-es-nicht"');
  await t.throwsAsync(release({ [ROOT]: (bundle()[ROOT] ?? '').replace('heißt so', 'gemeinsam'), 'wurzel/zweite.bpmn': broken }), {
    instanceOf: EngineRefused,
  });
  t.deepEqual(await everything(), before);
  const { releaseNo } = await release({
    [ROOT]: (bundle()[ROOT] ?? '').replace('heißt so', 'gemeinsam'),
    'wurzel/zweite.bpmn': other('zwei'),
  });
  t.deepEqual(
    (await findModelRelease(db, releaseNo))?.parts.map(({ plainId }) => plainId).toSorted(),
    [named('wurzel'), named('zweite')].toSorted(),
  );
});

test.serial(
  'rolled back: texts, parts and a table with its examples are the former ones; later changes of the same file come first',
  async (t) => {
    const before = await live();
    const parts = async () => (await deps.releases.list({ currentOnly: true })).map(({ engineId }) => engineId).toSorted();
    const partsBefore = await parts();
    const examples = JSON.parse(bundle()[VECTORS] ?? '') as { output: unknown }[];
    const answers = JSON.stringify(examples.map((each) => (each.output === 'hoch' ? { ...each, output: 'sehr hoch' } : each)));
    const first = await release({
      [TABLE]: bundle({ answer: 'sehr hoch' })[TABLE] ?? '',
      [VECTORS]: answers,
      [FORM]: aForm(named('formular'), 'Erste'),
      'neu/neu.form': aForm(named('neu')),
    });
    const second = await release({ [FORM]: aForm(named('formular'), 'Zweite') });

    const blocked = await t.throwsAsync(rollBack(deps, { releaseNo: first.releaseNo, reason: 'zurück', by: 'al' }), {
      instanceOf: Conflict,
    });
    t.deepEqual(blocked?.details, { paths: [FORM] });
    await rollBack(deps, { releaseNo: second.releaseNo, reason: 'zurück', by: 'al' });
    const undoId = crypto.randomUUID();
    const order = { releaseNo: first.releaseNo, reason: 'zurück', by: 'al', undoId };
    const undone = await rollBack(deps, order);
    t.deepEqual(await rollBack(deps, order), undone, 'the same order again');
    await t.throwsAsync(rollBack(deps, { ...order, undoId: null }), { instanceOf: Conflict, message: /schon zurückgenommen/ });
    await t.throwsAsync(rollBack(deps, { ...order, releaseNo: 9_999, undoId: null }), { instanceOf: NotFound });

    t.deepEqual(await live(), before);
    t.deepEqual(await parts(), partsBefore);
    t.is((await findModelRelease(db, first.releaseNo))?.undoneBy, undone.releaseNo);
    t.like(await findModelRelease(db, undone.releaseNo), { kind: 'rollback', author: 'al', title: `Zurückgenommen: ${input.title}` });
    const table = await deps.releases.find(named('stufe'), 'dmn');
    t.deepEqual(await engine.evaluateDecision(table?.engineId ?? '', { wert: 50 }), { output: 'hoch', failure: '' });

    const again = await rollBack(deps, { releaseNo: undone.releaseNo, reason: 'doch', by: 'al' });
    t.is((await live())[VECTORS], answers);
    t.like(await findModelRelease(db, again.releaseNo), { kind: 'rollback' });
  },
);

test.serial('what comes back is there even in an engine that was wiped in between', async (t) => {
  const old = await deps.releases.find(named('formular'), 'form');
  const { releaseNo } = await release({ [FORM]: aForm(named('formular'), 'Dazwischen') });
  const asked: string[] = [];
  const watched = {
    ...engine,
    deploy: (resource: Parameters<typeof engine.deploy>[0]) => engine.deploy(resource).finally(() => asked.push(resource.name)),
  };
  await rollBack({ ...deps, engine: watched }, { releaseNo, reason: 'zurück', by: 'al' });
  t.true(asked.includes('kind_formular.form'), 'it may be from an earlier life of the engine');
  t.deepEqual(await deps.releases.find(named('formular'), 'form'), old);
});

test.serial('a removed process is no longer found, its message starts nothing, and its text stays readable', async (t) => {
  const old = await deps.releases.find(named('wurzel'));
  const start = async (): Promise<string> => {
    const caseId = crypto.randomUUID();
    await engine.publishMessage({ name: named('start'), correlationKey: caseId, messageId: caseId, ttlMs: 0, variables: { caseId } });
    return caseId;
  };
  const { releaseNo } = await release({ [ROOT]: null });
  t.is(await deps.releases.find(named('wurzel')), undefined);
  t.truthy(await deps.releases.findContent(named('wurzel'), 'bpmn', old?.release));
  t.truthy(await deps.releases.find(named('kind')), 'what it called is still there');
  t.deepEqual((await findModelRelease(db, releaseNo))?.parts, []);
  await release({ 'kind/kind.bpmn': null });
  t.is(await deps.releases.find(named('kind')), undefined);
  await t.throwsAsync(release({ [ROOT]: bundle()[ROOT] ?? '' }), { instanceOf: BundleRefused, message: /verweist auf das Modell/ });

  // Who starts by the message is asked of the engine itself, by a worker of the step behind it.
  const begun: string[] = [];
  const listening = aProcess(named('kind')).start().service(named('schritt')).xml();
  await release({ 'kind/kind.bpmn': listening, [ROOT]: bundle()[ROOT] ?? '' });
  const worker = engine.openWorker({
    type: named('schritt'),
    fetchVariables: ['caseId'],
    timeoutMs: 10_000,
    maxJobs: 8,
    onJob: async (job) => {
      begun.push(String(job.variables.caseId ?? job.processInstanceKey));
      await engine.completeJob(job.key, {});
    },
  });
  await start();
  await eventually('a case of the root', () => begun.length === 1);
  await release({ [ROOT]: null });
  await start();
  await release({ [ROOT]: bundle()[ROOT] ?? '' });
  await start();
  await eventually('the next case', () => begun.length === 2);
  t.is(begun.length, 2, 'the one in between was started by nobody');
  await worker.close();
});

test.serial('two releases at once: both count if they touch different files, one is refused if they touch the same', async (t) => {
  const form = await changesOf({ [FORM]: aForm(named('formular'), 'A') });
  const other = await changesOf({ 'neu/neu.form': aForm(named('neu')) });
  const go = (changes: typeof form) => releaseFiles(deps, { ...input, changeId: crypto.randomUUID(), changes });
  const [a, b] = await Promise.all([go(form), go(other)]);
  t.is(Math.abs(a.releaseNo - b.releaseNo), 1);
  t.is((await live())[FORM], aForm(named('formular'), 'A'));
  t.truthy(await deps.releases.find(named('neu'), 'form'));

  const same = await Promise.allSettled(['B', 'C'].map(async (label) => go(await changesOf({ [FORM]: aForm(named('formular'), label) }))));
  t.deepEqual(same.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  t.true(same.some((each) => each.status === 'rejected' && each.reason instanceof Conflict));
  t.is((await deps.releases.list({ plainId: named('wurzel'), currentOnly: true })).length, 1);
});

test.serial('a preview names all faults of a set and still knows the parts that can be read', (t) => {
  const files = Object.entries({ ...bundle(), [FORM]: '{', [TABLE]: '<x', 'neu/a.form': aForm('a'), 'neu/b.form': aForm('a') });
  const { parts, findings } = previewBundle(files.map(([path, content]) => ({ path, content })));
  for (const says of [/formular\.form: ist kein lesbares JSON/, /stufe\.dmn: ist kein lesbares XML/, /gibt es schon/, /verweist auf/])
    t.true(
      findings.some((each) => says.test(each)),
      String(says),
    );
  t.true(parts.some(({ plainId }) => plainId === named('kind')));
  t.true(parts.every(({ plainId }) => plainId !== ''));
});

test.serial('roots too large for one call are refused in words before the engine is asked', async (t) => {
  const text = 'x'.repeat(900_000);
  const roots = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    path: `gross/${name}.bpmn`,
    content: aProcess(named(`gross-${name}`))
      .startedBy(named(`gross-${name}`))
      .userTask('userTask_Gross', { documentation: text })
      .xml(),
  }));
  const before = await everything();
  await t.throwsAsync(release(Object.fromEntries(roots.map(({ path, content }) => [path, content]))), {
    instanceOf: EngineRefused,
    message: /zusammen mit \d+ Bytes zu groß/,
  });
  t.deepEqual(await everything(), before);
});
