import test from 'ava';
import { CHECK, CONDITIONS, GROUND, papersComplete, upToDecision } from '../support/duldung.ts';
import { as, caseWhen, complete, type Opened, openCase, openTask, upload } from '../support/office.ts';
import {
  aChange,
  bringIntoForce,
  dryRun,
  dryRunWith,
  repositoryFile,
  ruleOf,
  swap,
  takeBack,
  withExamples,
  withRow,
} from '../support/studio.ts';

/** From here on releases change what new cases do: one test after the other, and the last leaves the office as it was. */
const ROUTING = 'decisions/routing.dmn';
const EXAMPLES = 'decisions/routing.vectors.json';
const output = (target: [string, string, string, string], days: number, anliegen: string) => ({
  sachgebiet: target[0],
  team: target[1],
  rolle: target[2],
  prozess: target[3],
  prioBasis: 2,
  slaTage: days,
  eskalation: false,
  wirksamesAnliegen: anliegen,
});
const inForce: number[] = [];
const left: string[] = [];

test.after.always(async () => {
  for (const releaseNo of inForce.toReversed()) await takeBack(releaseNo);
  for (const caseId of left) await as('svc').post(`/api/cases/${caseId}/withdraw`);
});

/** Every open case of an Anliegen in one section, as its clerk sees them. */
const openOnes = async (account: string, section: string, anliegen: string): Promise<string[]> => {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await as(account).get(
      `/api/cases?section=${section}&limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    for (const each of body.items as { caseId: string; anliegen: string; status: string }[])
      if (each.anliegen === anliegen && !['abgeschlossen', 'zurueckgenommen'].includes(each.status)) found.push(each.caseId);
    if (!body.next) return found.sort();
    cursor = body.next;
  }
};

test.serial('a dry run of one changed row names exactly the open cases it would send elsewhere', async (t) => {
  const matter = async (anliegen: string, facts: Record<string, unknown> = {}): Promise<Opened> => {
    const opened = await openCase(anliegen, { facts });
    left.push(opened.caseId);
    return opened;
  };
  const mine = [await matter('FACHKRAEFTEVERFAHREN'), await matter('FACHKRAEFTEVERFAHREN')];
  const others = [await matter('SELBSTAENDIG'), await matter('GESTATTUNG'), await matter('GESTATTUNG'), await matter('JOBSUCHE')];
  for (const { caseId } of [...mine, others[0], others[3]] as Opened[])
    await caseWhen(caseId, 'routed', (body) => body.section === 'SG1', 'sb-sg1');
  const live = repositoryFile(ROUTING);
  const row = ruleOf(live, 'D1_30');
  const changed = swap(swap(swap(row, '"SG1"', '"SG2"'), '"sb-sg1"', '"sb-sg2"'), '<text>20</text>', '<text>5</text>');
  const { changeId } = await aChange('Probelauf', [{ path: ROUTING, content: live.replace(row, () => changed) }]);
  const found = await dryRunWith(
    changeId,
    mine.map((each) => each.caseId),
    'rsb-sg1',
  );
  const expected = await openOnes('sb-sg1', 'SG1', 'FACHKRAEFTEVERFAHREN');
  for (const { caseId } of mine) t.true(expected.includes(caseId));
  const ids = [...new Set((found.changed as { caseId: string }[]).map((each) => each.caseId))].sort();
  t.deepEqual(ids, expected);
  t.deepEqual(found.failures, []);
  t.false(found.truncated);
  const [own] = mine as [Opened];
  const lines = (
    found.changed as { caseId: string; what: string; before: string; after: string; aktenzeichen: string; words: string }[]
  ).filter((each) => each.caseId === own.caseId);
  const routing = lines.find((each) => each.what === 'routing');
  t.regex(routing?.before ?? '', /Sachgebiet 1/);
  t.regex(routing?.after ?? '', /Sachgebiet 2/);
  t.regex(routing?.after ?? '', /Team T2/, 'the table of teams has been asked with the new section');
  t.is(routing?.aktenzeichen, own.aktenzeichen);
  t.true(
    lines.some((each) => each.what === 'date' && /5 statt 20 Tage/.test(each.words)),
    JSON.stringify(lines),
  );
  t.true((found.staying as { processId: string; running: number }[]).some((each) => each.processId === 'vorgang' && each.running > 0));
  // The example of the row still says what was: a release would be refused, so it is said now.
  t.is(found.wrongExamples.length, 1);
  t.regex(found.wrongExamples[0], /D1_30 FACHKRAEFTEVERFAHREN/);
  const early = await as('pv').post(`/api/process-changes/${changeId}/submit`);
  t.is(early.status, 409);
  t.regex(early.body.message, /Beispiel/);
  // A change of nothing but words sends nobody anywhere.
  await as('pv').put(`/api/process-changes/${changeId}/files`, {
    path: ROUTING,
    content: live.replace(row, () => swap(row, 'Beschleunigtes', 'Schnelles')),
  });
  t.deepEqual((await dryRun(changeId, 'rsb-sg1')).changed, []);
  t.is((await as('pv').post(`/api/process-changes/${changeId}/discard`)).status, 200);
});

test.serial('a dry run carries a changed priority on to the due date, asks each table by its name, and knows no hidden case', async (t) => {
  const urgent = await openCase('SELBSTAENDIG', { facts: { gerichtlicheEilsache: true } });
  const hidden = await openCase('SICHERHEIT', { by: 'sicherheit' });
  left.push(urgent.caseId);
  await openTask(hidden.caseId, 'userTask_RelevanzPruefen', 'sicherheit');
  await caseWhen(urgent.caseId, 'routed', (body) => body.section === 'SG1', 'sb-sg1');
  const table = repositoryFile(ROUTING);
  const secret = ruleOf(table, 'D1_01');
  const slower = table.replace(secret, () => swap(secret, '<text>3</text>', '<text>9</text>'));
  const { changeId } = await aChange('Probelauf im Verborgenen', [{ path: ROUTING, content: slower }]);
  const nothing = await dryRun(changeId);
  t.deepEqual(nothing.changed, [], 'only hidden cases take this row');
  t.false(JSON.stringify(nothing).includes(hidden.caseId));
  await as('pv').post(`/api/process-changes/${changeId}/discard`);

  const PRIORITY = 'decisions/prioritaet.dmn';
  const priorities = repositoryFile(PRIORITY);
  const rule = ruleOf(priorities, 'D3_01a');
  const longer = rule.replace(/<text>1<\/text>(\s*<\/outputEntry>\s*<\/rule>)/, '<text>77</text>$1');
  const second = await aChange('Probelauf der Priorität', [{ path: PRIORITY, content: swap(priorities, rule, longer) }]);
  const found = await dryRunWith(second.changeId, [urgent.caseId], 'rsb-sg1');
  const own = (found.changed as { caseId: string; what: string; words: string }[]).filter((each) => each.caseId === urgent.caseId);
  t.deepEqual(
    own.map((each) => each.what),
    ['date'],
    JSON.stringify(found.changed),
  );
  t.regex(own[0]?.words ?? '', /77 statt/);
  await as('pv').post(`/api/process-changes/${second.changeId}/discard`);
});

test.serial('a table another process asks is tried out on the cases that have asked it', async (t) => {
  const [decided, early] = [await upToDecision(), await openCase('DULDUNG', { facts: { schutzstatus: 'DULDUNG' } })];
  left.push(decided.caseId, early.caseId);
  await openTask(decided.caseId, CONDITIONS);
  await openTask(early.caseId, CHECK);
  const path = 'decisions/befristung.dmn';
  const table = repositoryFile(path);
  const rule = ruleOf(table, 'D12_05');
  const { changeId } = await aChange('Probelauf der Befristung', [
    { path, content: swap(table, rule, swap(rule, '<text>3</text>', '<text>4</text>')) },
  ]);
  const found = await dryRunWith(changeId, [decided.caseId], 'rsb-sg4');
  const own = (found.changed as { caseId: string; what: string; words: string }[]).filter((each) => each.caseId === decided.caseId);
  t.deepEqual(
    own.map((each) => each.what),
    ['date'],
  );
  t.regex(own[0]?.words ?? '', /Monate 4 statt 3/);
  t.false(
    (found.changed as { caseId: string }[]).some((each) => each.caseId === early.caseId),
    'it has not been asked for this one',
  );
  t.deepEqual(found.failures, []);
  await as('pv').post(`/api/process-changes/${changeId}/discard`);
});

const STEP = 'userTask_VorabPruefen';

/** The process with one task of a person more, between the papers and the register. */
const withStep = (duldung: string): string => {
  const task = `<bpmn:userTask id="${STEP}" name="Vorab prüfen">
      <bpmn:documentation>Sehen Sie vorab durch, ob der Antrag offensichtlich begründet ist (§ 24 VwVfG). Gut gelöst: Der Vermerk sagt, was aufgefallen ist.</bpmn:documentation>
      <bpmn:extensionElements>
        <zeebe:formDefinition formId="duldung-vorab" />
        <zeebe:assignmentDefinition candidateGroups="=[rolle]" />
        <zeebe:taskSchedule dueDate="=faelligAm" />
        <zeebe:properties>
          <zeebe:property name="norm" value="§ 24 VwVfG" />
          <zeebe:property name="rechtsstand" value="2026-04-29" />
        </zeebe:properties>
      </bpmn:extensionElements>
      <bpmn:incoming>flow_Vollstaendigkeit_VorabPruefen</bpmn:incoming>
      <bpmn:outgoing>flow_VorabPruefen_AzrAbfragen</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:serviceTask id="serviceTask_AzrAbfragen" name="AZR abfragen">`;
  const shape = `<bpmndi:BPMNShape id="${STEP}_di" bpmnElement="${STEP}"><dc:Bounds x="295" y="40" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="flow_VorabPruefen_AzrAbfragen_di" bpmnElement="flow_VorabPruefen_AzrAbfragen"><di:waypoint x="395" y="80" /><di:waypoint x="420" y="80" /><di:waypoint x="420" y="180" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNShape id="serviceTask_AzrAbfragen_di"`;
  return swap(
    swap(
      swap(duldung, '<bpmn:serviceTask id="serviceTask_AzrAbfragen" name="AZR abfragen">', task),
      '<bpmndi:BPMNShape id="serviceTask_AzrAbfragen_di"',
      shape,
    ),
    'sourceRef="callActivity_Vollstaendigkeit" targetRef="serviceTask_AzrAbfragen" />',
    `sourceRef="callActivity_Vollstaendigkeit" targetRef="${STEP}" />
    <bpmn:sequenceFlow id="flow_VorabPruefen_AzrAbfragen" sourceRef="${STEP}" targetRef="serviceTask_AzrAbfragen" />`,
  )
    .replaceAll('flow_Vollstaendigkeit_AzrAbfragen', 'flow_Vollstaendigkeit_VorabPruefen')
    .replace(
      /(<bpmn:serviceTask id="serviceTask_AzrAbfragen"[\s\S]*?<bpmn:incoming>)flow_Vollstaendigkeit_VorabPruefen/,
      '$1flow_VorabPruefen_AzrAbfragen',
    )
    .replace('<di:waypoint x="370" y="220" />', '<di:waypoint x="345" y="220" /><di:waypoint x="345" y="120" />');
};

const form = JSON.stringify({
  type: 'default',
  id: 'duldung-vorab',
  schemaVersion: 16,
  executionPlatform: 'Camunda Cloud',
  executionPlatformVersion: '8.5.0',
  components: [{ id: 'feld_vorab', type: 'textarea', key: 'vorabVermerk', label: 'Vermerk', validate: { required: true, maxLength: 500 } }],
});

const papers = async (caseId: string): Promise<void> => {
  for (const type of ['PASS', 'FOTO', 'MELDEBESTAETIGUNG']) await upload(caseId, type, 'svc');
  await complete(caseId, CHECK, papersComplete);
};

test.serial(
  'a released step is taken by new cases and not by running ones; the author cannot release it; back it comes in one call',
  async (t) => {
    const facts = { schutzstatus: 'DULDUNG', entscheidendesSg: 'SG3' };
    const running = await openCase('DULDUNG', { facts });
    left.push(running.caseId);
    await openTask(running.caseId, CHECK);

    const target: [string, string, string, string] = ['SG4', 'T4b', 'sb-sg4', 'duldung'];
    const row = {
      id: 'D1_04a',
      because: 'Duldung nach Vorprüfung, § 60a AufenthG',
      before: 'D1_04',
      inputs: ['"DULDUNG"', '', '"SG3"'] as [string, string, string],
      target,
      days: 7,
    };
    const example = {
      name: 'D1_04a DULDUNG bei SG3',
      decision: 'routing',
      input: { anliegen: 'DULDUNG', titelNorm: '', schutzstatus: 'DULDUNG', entscheidendesSg: 'SG3' },
      output: output(target, 7, 'DULDUNG'),
    };
    const { changeId } = await aChange('Vorabprüfung der Duldung', [
      { path: 'duldung/duldung.bpmn', content: withStep(repositoryFile('duldung/duldung.bpmn')) },
      { path: 'duldung/duldung-vorab.form', content: form },
      { path: ROUTING, content: withRow(repositoryFile(ROUTING), row) },
      { path: EXAMPLES, content: withExamples(repositoryFile(EXAMPLES), [example]) },
    ]);
    const { body: checked } = await as('pv').post(`/api/process-changes/${changeId}/check`);
    t.deepEqual(
      (checked.findings as { severity: string }[]).filter((each) => each.severity === 'error'),
      [],
    );
    const { body: diff } = await as('pv').get(`/api/process-changes/${changeId}/diff`);
    t.is(diff.class, 'flow');
    await dryRun(changeId);
    t.is((await as('pv').post(`/api/process-changes/${changeId}/submit`)).body.state, 'zur-freigabe');
    const own = await as('pv').post(`/api/process-changes/${changeId}/approve`);
    t.is(own.status, 403, 'who wrote it does not release it');
    await as('pv').post(`/api/process-changes/${changeId}/reopen`);

    const releaseNo = await bringIntoForce(changeId);
    inForce.push(releaseNo);
    const fresh = await openCase('DULDUNG', { facts });
    left.push(fresh.caseId);
    for (const { caseId } of [running, fresh]) await papers(caseId);
    await openTask(fresh.caseId, STEP);
    await openTask(running.caseId, GROUND);
    const [before, after] = await Promise.all(
      [running, fresh].map(async ({ caseId }) => (await as('sb-sg4').get(`/api/cases/${caseId}`)).body),
    );
    t.false(
      before.tasks.some((task: { elementId: string }) => task.elementId === STEP),
      'a running case stays on its release',
    );
    t.is(before.routing.rule, 'D1_04');
    t.is(after.routing.rule, 'D1_04a');
    t.is(after.release, before.release + 1);
    await complete(fresh.caseId, STEP, { vorabVermerk: 'Nichts Besonderes.' });
    await openTask(fresh.caseId, GROUND);

    const notes = (await as('sb-sg4').get('/api/release-notes')).body.items as {
      releaseNo: number;
      noteId: string;
      read: boolean;
      processes: { id: string }[];
    }[];
    const note = notes.find((each) => each.releaseNo === releaseNo);
    t.true(note?.processes.some((each) => each.id === 'duldung'));
    const elsewhere = (await as('sb-sg1').get('/api/release-notes')).body.items as { releaseNo: number }[];
    t.false(
      elsewhere.some((each) => each.releaseNo === releaseNo),
      'it concerns nobody in another section',
    );
    const drift = (await as('pv').get('/api/model-drift')).body.items as { path: string; state: string }[];
    t.deepEqual(
      drift.filter((each) => each.state !== 'gleich').map((each) => `${each.path} ${each.state}`),
      [
        'decisions/routing.dmn studio',
        'decisions/routing.vectors.json studio',
        'duldung/duldung-vorab.form nur-live',
        'duldung/duldung.bpmn studio',
      ],
    );

    t.is((await as('rsb-sg4').post(`/api/model-releases/${releaseNo}/undo`)).status, 403);
    await takeBack(releaseNo);
    inForce.pop();
    const later = await openCase('DULDUNG', { facts });
    left.push(later.caseId);
    await papers(later.caseId);
    await openTask(later.caseId, GROUND);
    const found = (await as('sb-sg4').get(`/api/cases/${later.caseId}`)).body;
    t.false(found.tasks.some((task: { elementId: string }) => task.elementId === STEP));
    t.is(found.routing.rule, 'D1_04');
    const gone = (await as('pv').get('/api/model-drift')).body.items as { state: string }[];
    t.true(gone.every((each) => each.state === 'gleich'));
  },
);

test.serial('a process from nothing: a skeleton, a routing row, a release, and a case runs through it', async (t) => {
  const id = `probe-${Date.now().toString(36)}`;
  const { body: skeleton } = await as('pv').post('/api/studio/skeleton', { kind: 'process', id, name: 'Probeverfahren', section: 'SG4' });
  const target: [string, string, string, string] = ['SG4', 'T4a', 'sb-sg4', id];
  const row = {
    id: 'D1_05a',
    because: 'Probeverfahren, § 24 VwVfG',
    before: 'D1_05',
    inputs: ['"GESTATTUNG"', '', '"SG3"'] as [string, string, string],
    target,
    days: 3,
  };
  const example = {
    name: 'D1_05a GESTATTUNG bei SG3',
    decision: 'routing',
    input: { anliegen: 'GESTATTUNG', titelNorm: '', schutzstatus: 'GESTATTUNG', entscheidendesSg: 'SG3' },
    output: output(target, 3, 'GESTATTUNG'),
  };
  const { changeId } = await aChange('Probeverfahren', [
    ...skeleton.files,
    { path: ROUTING, content: withRow(repositoryFile(ROUTING), row) },
    { path: EXAMPLES, content: withExamples(repositoryFile(EXAMPLES), [example]) },
  ]);
  inForce.push(await bringIntoForce(changeId));
  const { caseId } = await openCase('GESTATTUNG', { facts: { schutzstatus: 'GESTATTUNG', entscheidendesSg: 'SG3' } });
  await complete(caseId, 'userTask_VorgangBearbeiten', { vermerk: 'Erledigt.' });
  const found = await caseWhen(caseId, 'closed', (body) => body.status === 'abgeschlossen');
  t.is(found.process, id);
  t.is(found.routing.rule, 'D1_05a');
});
