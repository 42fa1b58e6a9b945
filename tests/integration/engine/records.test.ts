import test, { registerCompletionHandler } from 'ava';
import { startWorkers } from '../../../services/engine/index.ts';
import { hashReadModel, jobOutcome, rebuildReadModel, recordsHealth, startRecords } from '../../../services/engine/records/index.ts';
import { aDecision, aProcess } from './support/a-process.ts';
import { eventually, openLab, servicesDir } from './support/lab.ts';
import { behaviour, seenBy } from './support/seen.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const lab = await openLab();
const { deps } = lab;
const { db, engine, config } = deps;
const announced: string[] = [];
const announceCases = async (_trx: unknown, caseIds: readonly string[]): Promise<void> => {
  announced.push(...caseIds);
};
let records: Awaited<ReturnType<typeof startRecords>>;
let workers: Awaited<ReturnType<typeof startWorkers>>;

const rows = async (sql: string, ...bindings: string[]): Promise<Record<string, unknown>[]> => (await db.raw(sql, bindings)).rows;
const start = async (message: string, variables: Record<string, unknown> = {}): Promise<string> => {
  const caseId = crypto.randomUUID();
  await engine.publishMessage({
    name: message,
    correlationKey: caseId,
    messageId: caseId,
    ttlMs: 60_000,
    variables: { caseId, ...variables },
  });
  return caseId;
};
const ended = (caseId: string) =>
  eventually('all instances of the case have ended', async () => {
    const found = await rows('select state from engine_instances where case_id = ?', caseId);
    return found.length > 0 && found.every(({ state }) => state !== 'active');
  });
test.before(async () => {
  await lab.makeTables();
  await engine.whenHealthy(AbortSignal.timeout(20_000));
  records = await startRecords(deps, { servicesDir, announceCases });
  const models = [
    { name: 'rec.dmn', kind: 'dmn', content: aDecision('rec-stufe') },
    { name: 'kind.bpmn', kind: 'bpmn', content: aProcess('rec-kind').start().decide('rec-stufe', 'stufe').userTask('userTask_Kind').xml() },
    {
      name: 'wurzel.bpmn',
      kind: 'bpmn',
      content: aProcess('rec-wurzel').startedBy('rec-wurzel').service('lab-echo').call('rec-kind').xml(),
    },
    {
      name: 'stoerung.bpmn',
      kind: 'bpmn',
      content: aProcess('rec-stoerung').startedBy('rec-stoerung').service('lab-act', { retries: 1 }).xml(),
    },
    { name: 'gift.bpmn', kind: 'bpmn', content: aProcess('rec-gift').startedBy('rec-gift').service('lab-poison').xml() },
  ] as const;
  for (const model of models) await engine.deploy(model);
  workers = await startWorkers(deps, { servicesDir });
});
test.after.always(async () => {
  await workers.stop();
  await records.stop();
  await lab.close();
});

test.serial('a case is followed through root and child, with elements, decision and jobs', async (t) => {
  const caseId = await start('rec-wurzel', { zahl: 1, wert: 50 });
  const task = await eventually('the user task', () => seenBy('lab-open', caseId)[0]);
  t.is(await engine.completeJob(task.key, {}), 'completed');
  await ended(caseId);

  const instances = await rows('select * from engine_instances where case_id = ? order by started_at, parent_key nulls first', caseId);
  t.deepEqual(
    instances.map((each) => [each.plain_id, each.state, each.parent_key !== null]),
    [
      ['rec-wurzel', 'completed', false],
      ['rec-kind', 'completed', true],
    ],
  );
  t.is(instances[1]?.parent_key, instances[0]?.process_instance_key);
  t.is(instances[1]?.root_key, instances[0]?.process_instance_key);

  const path = await rows(
    `select element_id, element_type, state from engine_elements where case_id = ? and element_type <> 'SEQUENCE_FLOW' order by position`,
    caseId,
  );
  t.deepEqual(
    path.map((each) => each.element_id),
    ['rec-wurzel', 'start', 'lab_echo', 'call_2', 'rec-kind', 'start', 'decide_1', 'userTask_Kind', 'end', 'end'],
  );
  t.true(path.every((each) => each.state === 'completed'));
  t.is(
    (await rows(`select 1 from engine_elements where case_id = ? and element_type = 'SEQUENCE_FLOW' and state = 'taken'`, caseId)).length,
    6,
  );

  const decisions = await rows(
    'select plain_id, inputs, matched_rules, output from engine_decisions where case_id = ? order by step',
    caseId,
  );
  t.is(decisions.length, 2);
  t.like(decisions[1], { plain_id: 'rec-stufe', output: 'hoch' });
  t.like((decisions[1]?.matched_rules as object[] | undefined)?.[0], {
    id: 'regel_viel_rec-stufe',
    index: 1,
    outputs: [{ id: 'o_rec-stufe', name: 'Stufe', value: 'hoch' }],
  });
  t.like((decisions[1]?.inputs as object[] | undefined)?.[0], { name: 'Zwischenergebnis', value: 'viel' });

  t.is(await jobOutcome(db, task.key), 'completed');
  t.is(await jobOutcome(db, '2251799813685999999'), 'unknown');
  t.true(announced.includes(caseId));
  t.deepEqual(
    (await rows('select distinct case_id from lab_jobs where job_key = ?', task.key)).map((each) => each.case_id),
    [caseId],
  );
});

test.serial('a cancelled instance ends its tokens and its job', async (t) => {
  const caseId = await start('rec-wurzel', { zahl: 1, wert: 1 });
  const task = await eventually('the user task', () => seenBy('lab-open', caseId)[0]);
  await eventually('it is known as open', async () => (await jobOutcome(db, task.key)) === 'open');
  const [root] = await rows('select process_instance_key from engine_instances where case_id = ? and parent_key is null', caseId);
  t.is(await engine.cancelInstance(String(root?.process_instance_key)), 'cancelled');
  await ended(caseId);
  t.is(await jobOutcome(db, task.key), 'canceled');
  const open = await rows(
    `select element_id from engine_elements where case_id = ? and state not in ('completed', 'terminated', 'taken')`,
    caseId,
  );
  t.deepEqual(open, []);
});

test.serial('a job without tries left is an incident with its message, until it is resolved', async (t) => {
  const caseId = crypto.randomUUID();
  behaviour.set(caseId, (attempt) => {
    if (attempt === 1) throw new Error('Das Register kennt die Person nicht.');
    return {};
  });
  await engine.publishMessage({ name: 'rec-stoerung', correlationKey: caseId, messageId: caseId, ttlMs: 60_000, variables: { caseId } });
  const incident = await eventually(
    'the incident',
    async () => (await rows('select * from engine_incidents where case_id = ?', caseId))[0],
  );
  t.like(incident, {
    element_id: 'lab_act',
    error_type: 'JOB_NO_RETRIES',
    message: 'Das Register kennt die Person nicht.',
    resolved_at: null,
  });
  t.is(await engine.setJobRetries(String(incident.job_key), 1), 'set');
  t.is(await engine.resolveIncident(String(incident.incident_key)), 'resolved');
  await ended(caseId);
  t.truthy((await rows('select resolved_at from engine_incidents where case_id = ?', caseId))[0]?.resolved_at);
});

test.serial('a record that cannot be projected becomes a dead letter, and the rest goes on', async (t) => {
  const caseId = await start('rec-gift');
  await eventually(
    'the dead letter',
    async () => (await rows(`select 1 from dead_letters where projection = 'lab/count-jobs'`)).length > 0,
  );
  const [letter] = await rows(`select reason, position::text as position from dead_letters where projection = 'lab/count-jobs'`);
  t.is(letter?.reason, 'cannot be projected');
  const later = await start('rec-wurzel', { zahl: 1, wert: 1 });
  await eventually(
    'later cases are followed',
    async () => (await rows('select 1 from engine_instances where case_id = ?', later)).length > 0,
  );
  t.is((await rows('select 1 from engine_jobs where case_id = ?', caseId)).length, 1, "the engine's own tables have it");
});

test.serial('rebuilding from the raw records gives what was there, twice', async (t) => {
  // With nobody receiving, the tables stand still while they are compared; the engine keeps what it has until somebody does again.
  await records.stop();
  const tables = ['engine_instances', 'engine_elements', 'engine_incidents', 'engine_decisions', 'engine_jobs', 'lab_jobs'];
  const live = await hashReadModel(db, tables);
  const effects = await rows('select count(*) as n from lab_effects');
  t.true(Object.values(live).every((hash) => hash.length === 64));
  await db.raw(`update engine_elements set state = 'active'`);
  t.notDeepEqual(await hashReadModel(db, tables), live);
  const { before, after } = await rebuildReadModel(deps, servicesDir);
  t.notDeepEqual(before, live, 'the rebuild says that it has mended something');
  t.deepEqual(after, live);
  t.deepEqual(await rebuildReadModel(deps, servicesDir), { before: live, after: live });
  t.deepEqual(await hashReadModel(db, tables), live);
  t.deepEqual(await rows('select count(*) as n from lab_effects'), effects, 'projections without tables do not run again');
  records = await startRecords(deps, { servicesDir, announceCases });
});

test.serial('after a rebuild the stream goes on where it was', async (t) => {
  const caseId = await start('rec-wurzel', { zahl: 1, wert: 1 });
  const task = await eventually('the user task', () => seenBy('lab-open', caseId)[0]);
  await engine.completeJob(task.key, {});
  await ended(caseId);
  t.like(await recordsHealth(db), { ok: true, reason: '' });
});

test.serial('health tells how far behind the stream is', async (t) => {
  const { lastIngestAt, deadLetters } = await recordsHealth(db);
  t.true(Date.now() - Date.parse(lastIngestAt ?? '') < 60_000);
  t.true(deadLetters >= 1);
  t.is(records.port, config.recordsPort);
});
