import test, { registerCompletionHandler } from 'ava';
import fc from 'fast-check';
import { startApplier } from '../../../services/engine/records/applier.ts';
import { hashReadModel, rebuildReadModel } from '../../../services/engine/records/index.ts';
import { loadProjections } from '../../../services/engine/records/projections.ts';
import { storeBulk } from '../../../services/engine/records/store-bulk.ts';
import { eventually, openLab, servicesDir } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const lab = await openLab();
const { deps } = lab;
const { db } = deps;
const tables = ['engine_instances', 'engine_elements', 'engine_incidents', 'engine_decisions', 'engine_jobs', 'lab_jobs'];

type Step = { valueType: string; intent: string; key: number; value: Record<string, unknown> };

/** The life of a root and its child, as the engine writes it down; whether, how and when it names its case varies. */
const family = (base: number, named: number, poisoned: boolean, cut: number): Step[] => {
  const [root, child] = [base, base + 50];
  const caseId = `0b6dbb6e-5a0e-4a0a-9a53-${String(base).padStart(12, '0')}`;
  const ids = (instance: number) => ({
    processInstanceKey: instance,
    bpmnProcessId: 'p',
    processDefinitionKey: 1,
    parentProcessInstanceKey: instance === child ? root : -1,
  });
  const process = (instance: number, intent: string): Step => ({
    valueType: 'PROCESS_INSTANCE',
    intent,
    key: instance,
    value: { ...ids(instance), elementId: 'p', bpmnElementType: 'PROCESS' },
  });
  const job = (instance: number, n: number, intent: string, type = 'x'): Step => ({
    valueType: 'JOB',
    intent,
    key: instance + n,
    value: { ...ids(instance), type, retries: 3, elementId: 'e' },
  });
  const created: Step = {
    valueType: 'PROCESS_INSTANCE_CREATION',
    intent: 'CREATED',
    key: root + 1,
    value: { processInstanceKey: root, variables: { caseId } },
  };
  const correlated: Step = {
    valueType: 'MESSAGE_START_EVENT_SUBSCRIPTION',
    intent: 'CORRELATED',
    key: root + 2,
    value: { processInstanceKey: root, variables: { caseId } },
  };
  const steps = [
    process(root, 'ELEMENT_ACTIVATING'),
    job(root, 10, 'CREATED'),
    job(root, 11, 'CREATED', poisoned ? 'lab-poison' : 'x'),
    process(child, 'ELEMENT_ACTIVATING'),
    job(child, 12, 'CREATED'),
    job(child, 12, 'COMPLETED'),
    process(child, 'ELEMENT_COMPLETED'),
    job(root, 10, 'COMPLETED'),
    process(root, 'ELEMENT_COMPLETED'),
  ];
  const naming = [[correlated], [created], [created], []][named] ?? [];
  return steps.toSpliced(named === 0 ? 0 : cut, 0, ...naming);
};

/** Families side by side, each in its own order, as they lie in the log of one partition. */
const interleave = (families: readonly Step[][], turns: readonly number[]): Step[] => {
  const queues = families.map((steps) => [...steps]);
  const log: Step[] = [];
  for (let turn = 0; queues.some((queue) => queue.length > 0); turn += 1) {
    const open = queues.filter((queue) => queue.length > 0);
    const step = open[(turns[turn % turns.length] ?? 0) % open.length]?.shift();
    if (step) log.push(step);
  }
  return log;
};

const clear = async (): Promise<void> => {
  for (const table of [...tables, 'lab_effects', 'waiting_records', 'dead_letters', 'records', 'record_epochs'])
    await db.raw(`delete from ${table}`);
};

const logs = fc.record({
  families: fc.array(fc.record({ named: fc.nat(3), poisoned: fc.boolean(), cut: fc.integer({ min: 1, max: 8 }) }), {
    minLength: 1,
    maxLength: 6,
  }),
  turns: fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  bulk: fc.integer({ min: 1, max: 20 }),
  batch: fc.integer({ min: 1, max: 20 }),
  // Where this process applies what comes in; else another one does, from the table.
  here: fc.boolean(),
});

test.before(async () => {
  await lab.makeTables();
});
test.after.always(() => lab.close());

test.serial('however the log is cut into bulks and batches, with what is poisoned in it, a rebuild gives what was there', async (t) => {
  const projections = await loadProjections(servicesDir);
  await fc.assert(
    fc.asyncProperty(logs, async ({ families, turns, bulk, batch, here }) => {
      await clear();
      const log = interleave(
        families.map(({ named, poisoned, cut }, index) => family(2 ** 51 + (index + 1) * 100, named, poisoned, cut)),
        turns,
      );
      const lines = log.map(
        (step, index) => `${JSON.stringify({ partitionId: 1, position: index + 1, timestamp: index, recordType: 'EVENT', ...step })}\n`,
      );
      const applier = startApplier({
        deps,
        projections,
        announceCases: async () => undefined,
        batch,
      });
      const applyAtOnce = here ? applier.applyAtOnce : async () => false;
      for (let from = 0; from < lines.length; from += bulk)
        await storeBulk(deps, { isRead: projections.reads, applyAtOnce }, Buffer.from(lines.slice(from, from + bulk).join('')));
      await eventually(
        'all is applied',
        async () => (await db.raw('select 1 from record_epochs where applied_position = ?', [log.length])).rows.length > 0,
      );
      await applier.stop();
      const live = await hashReadModel(db, tables);
      t.deepEqual(await rebuildReadModel(deps, servicesDir), { before: live, after: live });
      // Each job is projected once: by its own case where it has one, and not at all where it is poison.
      const { rows } = await db.raw('select count(*)::int as n, count(distinct (job_key, intent))::int as d from lab_jobs');
      const jobs = log.filter(({ valueType, value }) => valueType === 'JOB' && value.type !== 'lab-poison').length;
      t.deepEqual({ ...rows[0] }, { n: jobs, d: jobs });
    }),
    { numRuns: Number(process.env.REPLAY_RUNS ?? 25) },
  );
});

test.serial('a projection that waits for somebody else’s lock keeps no bulk from being stored', async (t) => {
  await clear();
  const projections = await loadProjections(servicesDir);
  const applier = startApplier({ deps, projections, announceCases: async () => undefined });
  const store = (position: number): Promise<void> =>
    storeBulk(
      deps,
      { isRead: projections.reads, applyAtOnce: applier.applyAtOnce },
      Buffer.from(
        `${JSON.stringify({ partitionId: 1, position, key: position, timestamp: 1, valueType: 'JOB', intent: 'CREATED', recordType: 'EVENT', value: { type: 'x' } })}\n`,
      ),
    );
  const applied = async (): Promise<number> => Number((await db.raw('select applied_position as at from record_epochs')).rows[0].at);
  await store(1);
  await eventually('the first one is applied', async () => (await applied()) === 1);
  const other = await db.transaction();
  await other.raw('lock table lab_effects in exclusive mode');
  await store(2);
  await store(3);
  t.is((await db.raw('select 1 from records')).rows.length, 3);
  t.is(await applied(), 1);
  await other.rollback();
  await eventually('all are applied', async () => (await applied()) === 3);
  t.is((await db.raw('select 1 from lab_effects')).rows.length, 3);
  await applier.stop();
});
