import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'ava';
import { multipart } from '../documents/multipart.ts';
import { BASE, openStudio, repositoryFile } from './studio.ts';

const studio = await openStudio();
const { as, create, read, put, call, plainText, audited } = studio;
test.after.always(studio.stop);

const FORM = 'duldung/duldung-aushaendigen.form';
const fileOf = async (changeId: string, path = FORM) => (await as('pv').get(`${BASE}/${changeId}/files?path=${path}`)).body;
const sendFile = (url: string, filename: string, content: Buffer | string, more: Record<string, string> = {}, by = 'pv') =>
  as(by).send({
    method: 'POST',
    url,
    ...multipart([
      { name: 'file', content, filename, contentType: 'application/octet-stream' },
      ...Object.entries(more).map(([name, value]) => ({ name, content: value })),
    ]),
  });
const upload = (changeId: string, filename: string, content: Buffer | string, path?: string, by = 'pv') =>
  sendFile(`${BASE}/${changeId}/import`, filename, content, path ? { path } : {}, by);
const drawing = (name: string): Buffer => readFileSync(new URL(`../../fixtures/drawings/${name}`, import.meta.url));

test('a draft is saved as it is written; one line of its story however often', async (t) => {
  const changeId = await create([{ path: FORM }]);
  t.like(await fileOf(changeId), { content: repositoryFile(FORM), base: repositoryFile(FORM), version: 1 });
  t.is((await read(changeId)).class, null, 'nothing differs yet');
  for (const version of [1, 2, 3]) {
    const saved = await put(changeId, { path: FORM, content: plainText().content ?? '', version });
    t.is(saved.status, 200);
    t.is(saved.body.version, version + 1);
  }
  const found = await read(changeId);
  t.like(found, { class: 'text', legal: false });
  t.deepEqual(
    found.events.map((each: { what: string; text: string }) => [each.what, each.text]),
    [
      ['angelegt', ''],
      ['bearbeitet', FORM],
    ],
  );
  t.is((await audited({ object: `change ${changeId}`, action: 'edit change' })).length, 3);
});

test('two people at one file: the second is told who and when, and nothing is overwritten', async (t) => {
  const changeId = await create([{ path: FORM }]);
  const { version } = await fileOf(changeId);
  await put(changeId, { path: FORM, content: '{"components":[]}', version }, 'pv-2');
  const late = await put(changeId, { path: FORM, content: '{}', version });
  t.is(late.status, 409);
  t.is(late.body.details.by, 'pv-2');
  t.is((await put(changeId, { path: FORM, content: '{}' })).status, 409, 'saving blind does not help');
  t.is((await fileOf(changeId)).content, '{"components":[]}');
  t.deepEqual(
    (await read(changeId)).authors.map((each: { account: string }) => each.account),
    ['pv', 'pv-2'],
  );
});

test('a live file joins a draft as it is; a path that is none, or leads elsewhere, is refused', async (t) => {
  const changeId = await create();
  t.is((await put(changeId, { path: FORM })).status, 200);
  t.is((await fileOf(changeId)).content, repositoryFile(FORM));
  t.is((await put(changeId, { path: 'duldung/gibt-es-nicht.form' })).status, 404);
  for (const path of [
    '../../etc/passwd.form',
    '/duldung/x.form',
    'duldung/../x.form',
    'duldung\\x.form',
    'x.form',
    'duldung/x.exe',
    'duldung/x.md',
    'Duldung/x.form',
    `${'a/'.repeat(5)}x.form`,
  ])
    t.is((await put(changeId, { path, content: '{}' })).status, 400, path);
});

test('what cannot be read is refused with the reason, and the draft stays', async (t) => {
  const changeId = await create([{ path: 'duldung/duldung.bpmn' }, { path: FORM }]);
  const hostile: [path: string, content: string, reason: RegExp][] = [
    ['duldung/duldung.bpmn', '<bpmn:definitions>', /XML/],
    [
      'duldung/duldung.bpmn',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${repositoryFile('duldung/duldung.bpmn').replace(/^<\?xml.*\?>/, '')}`,
      /DTD/,
    ],
    ['duldung/duldung.bpmn', `<a>${'<b/>'.repeat(20_000)}</a>`, /Elemente/],
    [FORM, '{"components":', /JSON/],
    ['decisions/routing.vectors.json', '{}', /Liste/],
  ];
  for (const [path, content, reason] of hostile) {
    const { status, body } = await put(changeId, { path, content });
    t.is(status, 400, content.slice(0, 40));
    t.regex(body.message, reason);
  }
  t.is((await put(changeId, { path: FORM, content: 'a\0b' })).status, 400);
  t.is((await put(changeId, { path: FORM, content: JSON.stringify('x'.repeat(1_100_000)) })).status, 413);
  t.is((await fileOf(changeId)).content, repositoryFile(FORM));
});

test('a file goes, comes back, and a new one just leaves', async (t) => {
  const changeId = await create([{ path: FORM }, { path: 'duldung/neu.form', content: '{"id":"neu","components":[]}' }]);
  const removed = (await as('pv').post(`${BASE}/${changeId}/files/remove`, { path: FORM })).body;
  t.like(
    removed.files.find((each: { path: string }) => each.path === FORM),
    { removed: true, changed: true, isNew: false },
  );
  t.is((await fileOf(changeId)).content, null);
  const { body: diff } = await as('pv').get(`${BASE}/${changeId}/diff`);
  t.deepEqual(
    diff.files.map((each: { path: string; after: string | null }) => [each.path, each.after === null]),
    [
      [FORM, true],
      ['duldung/neu.form', false],
    ],
  );
  const { body: without } = await as('pv').post(`${BASE}/${changeId}/files/remove`, { path: 'duldung/neu.form' });
  t.deepEqual(
    without.files.map((each: { path: string }) => each.path),
    [FORM],
  );
  const { body: back } = await as('pv').post(`${BASE}/${changeId}/files/revert`, { path: FORM });
  t.deepEqual(back.files, []);
  t.is((await as('pv').post(`${BASE}/${changeId}/files/revert`, { path: FORM })).status, 404);
});

test('a file of another tool comes in by its own id, or where it is told to', async (t) => {
  const changeId = await create();
  const foreign = repositoryFile('duldung/duldung.bpmn').replaceAll('"duldung"', '"fremd"');
  const { status, body } = await upload(changeId, 'Fremd.bpmn', foreign);
  t.is(status, 201, JSON.stringify(body));
  t.is(body.path, 'fremd/fremd.bpmn');
  t.is(
    (await upload(changeId, 'routing.dmn', repositoryFile('decisions/routing.dmn'))).body.path,
    'decisions/routing.dmn',
    'a table that is live stays where it lies',
  );
  t.is((await upload(changeId, 'x.form', repositoryFile(FORM), 'fremd/fremd-form.form')).body.path, 'fremd/fremd-form.form');
  t.is((await upload(changeId, 'x.form', repositoryFile(FORM), 'fremd/fremd.bpmn')).status, 400);
});

test('a drawing in which several have steps asks whose is ours, and is taken with the answer; looking at it stores nothing', async (t) => {
  const changeId = await create();
  const choices = [
    { id: 'Process_amt', name: 'Ausländerbehörde', steps: 3 },
    { id: 'Process_buerger', name: 'Antragstellerin', steps: 3 },
  ];
  const looked = await sendFile('/api/studio/look', 'zwei.bpmn', drawing('two-pools-iso-8859-1.bpmn'));
  t.is(looked.status, 200, looked.text);
  t.deepEqual(looked.body, { choices, notes: [] });
  const asked = await upload(changeId, 'zwei.bpmn', drawing('two-pools-iso-8859-1.bpmn'), 'antrag/antrag.bpmn');
  t.is(asked.status, 409);
  t.deepEqual(asked.body.details, { choices });
  t.regex(asked.body.message, /„Ausländerbehörde“ \(3 Schritte\), „Antragstellerin“ \(3 Schritte\)\. Welcher Ablauf ist der unsere\?/);
  t.deepEqual((await read(changeId)).files, []);
  const answer = { path: 'antrag/antrag.bpmn', process: 'Process_amt' };
  const taken = await sendFile(`${BASE}/${changeId}/import`, 'zwei.bpmn', drawing('two-pools-iso-8859-1.bpmn'), answer);
  t.is(taken.status, 201, taken.text);
  const { content } = await fileOf(changeId, 'antrag/antrag.bpmn');
  t.regex(content, /<bpmn:process id="antrag" name="Ausländerbehörde"/);
  t.is((await sendFile(`${BASE}/${changeId}/import`, 'zwei.bpmn', drawing('miwg-two-pools.bpmn'), { process: 'x' })).status, 400);
});

test('what may become a new process is looked at first: notes of the import, or why it cannot be taken', async (t) => {
  const fine = await sendFile('/api/studio/look', 'gewerbe.bpmn', drawing('camunda-7.bpmn'));
  t.like(fine.body, { choices: { length: 1 } });
  t.true(fine.body.notes.some((note: string) => note.includes('Camunda 7')));
  for (const [name, status] of [
    ['choreography.bpmn', 400],
    ['undeclared-latin-1.bpmn', 400],
  ] as const)
    t.is((await sendFile('/api/studio/look', name, drawing(name))).status, status);
  t.is((await sendFile('/api/studio/look', 'x.dmn', repositoryFile('decisions/routing.dmn'))).status, 400);
  t.is((await sendFile('/api/studio/look', 'x.bpmn', Buffer.alloc(1_000_001, 0x20))).status, 413);
});

test('a text that came as JSON may declare what it was written in before; it is checked, and stored as UTF-8', async (t) => {
  const content = drawing('iso-8859-1.bpmn').toString('latin1');
  const checked = await as('pv').post('/api/processes/check', { name: 'p.bpmn', kind: 'bpmn', content });
  t.is(checked.status, 200, checked.text);
  const changeId = await create();
  t.is((await put(changeId, { path: 'pruefung/pruefung.bpmn', content })).status, 200);
  t.is((await fileOf(changeId, 'pruefung/pruefung.bpmn')).content, content.replace('ISO-8859-1', 'UTF-8'));
});

test('imports that are too large or hostile are refused, and nothing of them stays', async (t) => {
  const changeId = await create();
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><definitions>&b;</definitions>';
  const outside = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><definitions>&a;</definitions>';
  for (const [name, content, status] of [
    ['a.bpmn', bomb, 400],
    ['a.bpmn', outside, 400],
    ['a.bpmn', 'kein XML', 400],
    ['a.bpmn', '', 400],
    ['a.exe', 'MZ', 400],
    ['a.dmn', '<x/>', 400],
    ['a.form', '[]', 400],
    ['a.bpmn', Buffer.alloc(1_000_001, 0x20), 413],
    ['a.bpmn', Buffer.alloc(20 * 1024 * 1024, 0x20), 413],
  ] as const) {
    const reply = await upload(changeId, name, content);
    t.is(reply.status, status, `${name} ${content.length}`);
    t.notRegex(reply.text, /root:/);
  }
  t.deepEqual((await read(changeId)).files, []);
  t.is((await as('pv').get('/api/process-changes')).status, 200, 'the server is well');
});

test('a drawing is completed: tasks of people with forms of their own, and what is missing is said', async (t) => {
  const changeId = await create();
  const drawn = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d1" targetNamespace="x">
<bpmn:process id="gemalt" name="Gemalt"><bpmn:startEvent id="E1"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
<bpmn:task id="A1" name="Lage klären"><bpmn:incoming>F1</bpmn:incoming><bpmn:outgoing>F2</bpmn:outgoing></bpmn:task>
<bpmn:serviceTask id="A2" name="Irgendwas"><bpmn:incoming>F2</bpmn:incoming><bpmn:outgoing>F3</bpmn:outgoing></bpmn:serviceTask>
<bpmn:endEvent id="E2"><bpmn:incoming>F3</bpmn:incoming></bpmn:endEvent>
<bpmn:sequenceFlow id="F1" sourceRef="E1" targetRef="A1"/><bpmn:sequenceFlow id="F2" sourceRef="A1" targetRef="A2"/><bpmn:sequenceFlow id="F3" sourceRef="A2" targetRef="E2"/></bpmn:process>
<bpmndi:BPMNDiagram id="b"><bpmndi:BPMNPlane id="p" bpmnElement="gemalt">
<bpmndi:BPMNShape id="s1" bpmnElement="E1"><dc:Bounds x="152" y="182" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s2" bpmnElement="A1"><dc:Bounds x="240" y="160" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s3" bpmnElement="A2"><dc:Bounds x="390" y="160" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="s4" bpmnElement="E2"><dc:Bounds x="542" y="182" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNEdge id="e1" bpmnElement="F1"><di:waypoint x="188" y="200"/><di:waypoint x="240" y="200"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="e2" bpmnElement="F2"><di:waypoint x="340" y="200"/><di:waypoint x="390" y="200"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="e3" bpmnElement="F3"><di:waypoint x="490" y="200"/><di:waypoint x="542" y="200"/></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
  const path = (await upload(changeId, 'gemalt.bpmn', drawn)).body.path as string;
  const { status, body } = await as('pv').post('/api/studio/complete', { changeId, path });
  t.is(status, 200, JSON.stringify(body));
  t.deepEqual(body.files, ['gemalt/gemalt-lage-klaeren.form']);
  t.true(body.notes.some((note: string) => note.includes('„Irgendwas“ fehlt, was er tut')));
  const findings = (await call('pv', changeId, 'check')).body.findings as { severity: string; elementId: string; path: string }[];
  t.true(
    findings.filter((each) => each.severity === 'error').every((each) => each.elementId === 'serviceTask_Irgendwas'),
    JSON.stringify(findings),
  );
  t.is((await as('pv').post('/api/studio/complete', { changeId, path: 'duldung/duldung.bpmn' })).status, 404);
});

test('a skeleton has nothing against its release; an id that is taken is refused', async (t) => {
  const id = `probe-${randomUUID().slice(0, 8).replace(/^\d/, 'a')}`;
  const { body } = await as('pv').post('/api/studio/skeleton', { kind: 'process', id, name: 'Probe & Verfahren', section: 'SG1' });
  const changeId = await create(body.files);
  const { body: checked } = await call('pv', changeId, 'check');
  t.is(checked.errors, 0, JSON.stringify(checked.findings));
  t.is((await as('pv').post('/api/studio/skeleton', { kind: 'process', id: 'duldung', name: 'Duldung', section: 'SG4' })).status, 409);
  t.is((await as('pv').post('/api/studio/skeleton', { kind: 'process', id: 'Ä', name: 'x', section: 'SG9' })).status, 400);
});

test('an example for a row is proposed from the draft', async (t) => {
  const changeId = await create([{ path: 'decisions/routing.dmn' }]);
  const { status, body } = await as('pv').post('/api/studio/skeleton', {
    kind: 'example',
    changeId,
    path: 'decisions/routing.dmn',
    ruleId: 'D1_30',
  });
  t.is(status, 200);
  t.is(body.vector.output.sachgebiet, 'SG1');
  t.is(
    (await as('pv').post('/api/studio/skeleton', { kind: 'example', changeId, path: 'decisions/routing.dmn', ruleId: 'D9_99' })).status,
    404,
  );
});
