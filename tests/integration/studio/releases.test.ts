import { randomUUID } from 'node:crypto';
import test from 'ava';
import { strFromU8, unzipSync } from 'fflate';
import type { ReleasedFile } from '../../../services/engine/releases/model-store.ts';
import { finishReleases } from '../../../services/studio/index.ts';
import { releaseChange } from '../../../services/studio/releases/release-change.ts';
import { NOT_FOUND } from '../api/people.ts';
import { openStudio, repositoryFile, writeRelease } from './studio.ts';

const studio = await openStudio();
const { as, db, deps, server, token, read, call, submitted, plainText, moveLive, outbox } = studio;
test.after.always(studio.stop);

/** A step of the live set as the engine's side writes it. */
const aRelease = async (files: ReleasedFile[], more: { changeId?: string; title?: string } = {}): Promise<number> => {
  for (const { path, after } of files) if (after !== null) await moveLive(path, after);
  return writeRelease(db, { reason: 'Damit es klarer wird.', author: 'pv, pv-2', files, ...more });
};
const edit = (path: string, from: string | RegExp, to: string): ReleasedFile => {
  const before = repositoryFile(path);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing of ${path} has changed`);
  return { path, before, after };
};
type Note = { noteId: string; releaseNo: number; title: string; text: string; read: boolean; processes: { id: string; name: string }[] };
const notesOf = async (account: string): Promise<Note[]> => (await as(account).get('/api/release-notes')).body.items;
/** Who has been told of it. */
const told = async (releaseNo: number, among: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const account of among) if ((await notesOf(account)).some((note) => note.releaseNo === releaseNo)) found.push(account);
  return found;
};
const some = ['sb-sg1', 'rsb-sg1', 'sb-sg2', 'svc', 'tel', 'sb-sg4', 'rsb-sg4', 'sgl-sg4', 'sicherheit', 'azubi', 'ops'];
/** What the command does when the release itself was done before the power went. */
const finished = async (
  file: ReleasedFile,
  content?: { path: string; content: string },
): Promise<{ changeId: string; releaseNo: number }> => {
  const changeId = await submitted([content ?? plainText()]);
  for (const by of (await read(changeId)).needs) await call(by === 'al' ? 'al' : 'rsb-sg4', changeId, 'approve');
  const releaseNo = await aRelease([file], { changeId, title: 'Neue Worte' });
  await finishReleases(deps);
  return { changeId, releaseNo };
};

test.serial(
  'a release that was done when the power went is finished: in force, and told to the section whose cases it meets',
  async (t) => {
    const file = edit('duldung/duldung-aushaendigen.form', '"Seriennummer"', '"Nummer des Vordrucks"');
    const { changeId, releaseNo } = await finished(file);
    await releaseChange(deps, changeId);
    t.like(await read(changeId), { state: 'in-kraft', releaseNo, may: [], failure: null });
    t.deepEqual(await told(releaseNo, some), ['sb-sg4', 'rsb-sg4', 'sgl-sg4']);
    const note = (await notesOf('sb-sg4')).find((each) => each.releaseNo === releaseNo);
    t.deepEqual(
      note?.processes.map((each) => each.id),
      ['duldung'],
    );
    t.regex(note?.text ?? '', /Damit es klarer wird\.[\s\S]*Nummer des Vordrucks[\s\S]*neue Vorgänge/);
    t.is(note?.read, false);
    t.is((await as('sb-sg4').post(`/api/release-notes/${note?.noteId}/read`)).status, 200);
    t.is((await as('sb-sg4').post(`/api/release-notes/${note?.noteId}/read`)).status, 200, 'twice is once');
    t.true((await notesOf('sb-sg4')).find((each) => each.releaseNo === releaseNo)?.read);
    t.false((await notesOf('rsb-sg4')).find((each) => each.releaseNo === releaseNo)?.read);
    t.is((await as('sb-sg1').post(`/api/release-notes/${note?.noteId}/read`)).text, NOT_FOUND, 'it is no note of theirs');
    t.is((await as('antragsteller').get('/api/release-notes')).text, NOT_FOUND);
  },
);

test.serial('a row of the routing table concerns the sections it leads to, not everybody', async (t) => {
  const path = 'decisions/routing.dmn';
  const start = repositoryFile(path).indexOf('<rule id="D1_30">');
  const before = repositoryFile(path);
  const after = before.slice(0, start) + before.slice(start).replace('"SG1"', '"SG2"');
  const releaseNo = await aRelease([{ path, before, after }]);
  const changeId = randomUUID();
  await db('process_changes').insert({
    change_id: changeId,
    title: 'x',
    state: 'freigegeben',
    authors: ['pv'],
    created_at: new Date(),
    changed_at: new Date(),
  });
  await db('model_releases').where('release_no', releaseNo).update({ change_id: changeId });
  await releaseChange(deps, changeId);
  t.deepEqual(await told(releaseNo, some), ['sb-sg1', 'rsb-sg1', 'sb-sg2']);
  await moveLive(path, before);
});

test.serial('what belongs to the security circle is told to the circle only', async (t) => {
  const file = edit('sicherheitspruefung/sicherheit-klaeren.form', /"label": "([^"]+)"/, '"label": "$1 (neu)"');
  const releaseNo = await aRelease([file]);
  const changeId = randomUUID();
  await db('process_changes').insert({
    change_id: changeId,
    title: 'x',
    state: 'freigegeben',
    authors: ['pv'],
    created_at: new Date(),
    changed_at: new Date(),
  });
  await db('model_releases').where('release_no', releaseNo).update({ change_id: changeId });
  await releaseChange(deps, changeId);
  t.deepEqual(await told(releaseNo, some), ['sicherheit']);
  const [note] = await notesOf('sicherheit');
  t.deepEqual(note?.processes, []);
  t.false(note?.text.includes('(neu)'));
});

test.serial('a release comes as a zip with its files and who and why', async (t) => {
  const file = edit('duldung/duldung-grund.form', /"label": "[^"]+"/, '"label": "Anders"');
  const gone = { path: 'duldung/duldung-weg.form', before: '{"id":"duldung-weg","components":[]}', after: null };
  const releaseNo = await aRelease([file, gone]);
  const answer = await server.inject({
    url: `/api/model-releases/${releaseNo}/export`,
    headers: { authorization: `Bearer ${await token('con')}` },
  });
  t.is(answer.statusCode, 200);
  t.is(answer.headers['content-type'], 'application/zip');
  const entries = unzipSync(new Uint8Array(answer.rawPayload));
  t.deepEqual(Object.keys(entries).sort(), ['RELEASE.md', 'processes/duldung/duldung-grund.form']);
  t.is(strFromU8(entries['processes/duldung/duldung-grund.form'] ?? new Uint8Array()), file.after ?? '');
  const readme = strFromU8(entries['RELEASE.md'] ?? new Uint8Array());
  for (const said of ['Damit es klarer wird.', 'pv, pv-2', 'al', 'processes/duldung/duldung-weg.form']) t.true(readme.includes(said), said);
  const { body } = await as('con').get(`/api/model-releases/${releaseNo}`);
  t.true(body.differences.some((each: { words: string }) => each.words.includes('Anders')));
  t.is(body.files[0].after, file.after);
  await moveLive(file.path, file.before ?? '');
});

test.serial('what differs from the repository is listed and comes as a zip', async (t) => {
  const file = edit('duldung/duldung-auflagen.form', /"label": "[^"]+"/, '"label": "Anders"');
  await moveLive(file.path, file.after ?? '');
  const drift = (await as('pv').get('/api/model-drift')).body.items as { path: string; state: string }[];
  t.deepEqual(drift.find((each) => each.path === file.path)?.state, 'studio');
  t.true(drift.some((each) => each.state === 'gleich'));
  const answer = await server.inject({ url: '/api/model-drift/export', headers: { authorization: `Bearer ${await token('pv')}` } });
  const entries = unzipSync(new Uint8Array(answer.rawPayload));
  t.is(strFromU8(entries[`processes/${file.path}`] ?? new Uint8Array()), file.after ?? '');
  t.false(Object.keys(entries).includes('processes/duldung/duldung.bpmn'));
  await moveLive(file.path, file.before ?? '');
});

test.serial('taken back by process owners and the head of the office, the latest first, and once', async (t) => {
  const first = edit('duldung/duldung-grund.form', /"label": "[^"]+"/, '"label": "Eins"');
  const older = await aRelease([first]);
  const newer = await aRelease([{ path: first.path, before: first.after, after: first.after?.replace('Eins', 'Zwei') ?? null }]);
  const undo = (by: string, no: number) => as(by).post(`/api/model-releases/${no}/undo`, { reason: 'War falsch.' });
  for (const by of ['rsb-sg4', 'con', 'ops']) t.is((await undo(by, newer)).status, 403, by);
  t.is((await undo('sb-sg4', newer)).text, NOT_FOUND);
  t.is((await undo('al', 4_711)).text, NOT_FOUND);
  const blocked = await undo('al', older);
  t.is(blocked.status, 409);
  t.regex(blocked.body.message, new RegExp(`Freigabe ${newer} `));
  t.is((await undo('pv', newer)).status, 202);
  t.is((await undo('al', newer)).status, 202, 'asking twice is one order');
  t.deepEqual(await outbox('undo-release', String(newer)), [{ releaseNo: newer }]);
  const listed = (await as('pv').get('/api/model-releases')).body.items as { releaseNo: number; undo: unknown; mayUndo: boolean }[];
  t.like(
    listed.find((each) => each.releaseNo === newer),
    { undo: { by: 'pv', failure: null }, mayUndo: true },
  );
  t.is((await as('con').get(`/api/model-releases/${newer}`)).body.mayUndo, false);
  await db('model_releases').where('release_no', newer).update({ undone_by: older });
  t.is((await undo('al', newer)).status, 409);
  t.deepEqual(
    (await studio.audited({ object: `release ${newer}` })).map((line) => [line.actor, line.action]),
    [
      ['pv', 'undo release'],
      ['al', 'undo release'],
    ],
  );
});

test.serial('the files and lists to pick from are those that are live', async (t) => {
  const { items } = (await as('pv').get('/api/model-files')).body as {
    items: { path: string; kind: string; plainId: string; decisions: string[]; name: string }[];
  };
  t.like(
    items.find((each) => each.path === 'decisions/routing.dmn'),
    { kind: 'dmn', plainId: 'routing', decisions: ['routing', 'wirksames_anliegen'] },
  );
  t.like(
    items.find((each) => each.path === 'duldung/duldung.bpmn'),
    { kind: 'bpmn', plainId: 'duldung', name: 'Duldung' },
  );
  const { body } = await as('pv').get('/api/studio/catalogue');
  t.true(
    body.messages.some(
      (each: { name: string; usedIn: string[] }) => each.name === 'frist-geaendert' && each.usedIn.includes('vollstaendigkeit'),
    ),
  );
  t.true(body.jobTypes.some((each: { type: string; inputs: string[] }) => each.type === 'azr-abfragen' && each.inputs.includes('caseId')));
  t.true(body.roles.some((each: { group: string }) => each.group === 'sb-sg4'));
  t.true(body.skills.includes('recht-humanitaer'));
  t.true(body.processes.some((each: { id: string }) => each.id === 'duldung'));
});
