import test from 'ava';
import fc from 'fast-check';
import type { EngineRecord } from '../../../services/engine/define-projection.ts';
import { createTracker, type Instance, instanceKeyOf, type TrackerState } from '../../../services/engine/records/case-tracker.ts';

const caseA = '0b6dbb6e-5a0e-4a0a-9a53-000000000001';
const caseB = '0b6dbb6e-5a0e-4a0a-9a53-000000000002';
let position = 0;

const aRecord = (valueType: string, intent: string, value: Record<string, unknown>, key = '999'): EngineRecord => {
  position += 1;
  return {
    partitionId: 1,
    position: String(position),
    key,
    timestamp: position,
    valueType,
    intent,
    value,
  };
};
const begin = (key: string, parent?: string) =>
  aRecord(
    'PROCESS_INSTANCE',
    'ELEMENT_ACTIVATING',
    {
      bpmnElementType: 'PROCESS',
      processInstanceKey: key,
      ...(parent && { parentProcessInstanceKey: parent }),
      bpmnProcessId: 'p',
      processDefinitionKey: '1',
    },
    key,
  );
const finish = (key: string, intent = 'ELEMENT_COMPLETED') =>
  aRecord('PROCESS_INSTANCE', intent, { bpmnElementType: 'PROCESS', processInstanceKey: key }, key);
const step = (key: string) => aRecord('JOB', 'CREATED', { processInstanceKey: key });
const name = (key: string, caseId: unknown) =>
  aRecord('PROCESS_INSTANCE_CREATION', 'CREATED', {
    processInstanceKey: key,
    variables: { caseId },
  });

/** position → case, in the order they were released. */
const run = (records: readonly EngineRecord[], state: TrackerState = { instances: [], waiting: [] }) => {
  const tracker = createTracker(state);
  const released = records.flatMap(tracker.take).map(({ record, caseId }) => [record.position, caseId]);
  return { tracker, released };
};

test('a root waits for its case and is then released in order', (t) => {
  const records = [begin('10'), step('10'), name('10', caseA), step('10')];
  t.deepEqual(
    run(records).released,
    records.map((record) => [record.position, caseA]),
  );
});

test('what is no id of a case does not name it', (t) => {
  t.deepEqual(run([begin('10'), name('10', 'irgendetwas'), name('10', 7), name('10', null)]).released, []);
});

test('a message or a creation with the variable names the case of its root', (t) => {
  for (const valueType of ['MESSAGE_START_EVENT_SUBSCRIPTION', 'PROCESS_INSTANCE_CREATION']) {
    const records = [aRecord(valueType, 'CREATED', { processInstanceKey: '10', variables: { caseId: caseA } }), begin('10')];
    t.deepEqual(
      run(records).released,
      records.map((record) => [record.position, caseA]),
      valueType,
    );
  }
});

test('a child and a grandchild belong to the case of their root, also if it is named late', (t) => {
  const records = [begin('10'), begin('20', '10'), begin('30', '20'), step('30'), name('10', caseA), step('20')];
  const { released, tracker } = run(records);
  t.deepEqual(
    released,
    records.map((record) => [record.position, caseA]),
  );
  t.deepEqual(
    tracker.takeChanged().map((each: Instance) => [each.key, each.rootKey, each.caseId]),
    [
      ['10', '10', caseA],
      ['20', '10', caseA],
      ['30', '10', caseA],
    ],
  );
});

test('a record that comes before its instance waits for it', (t) => {
  const early = step('20');
  const records = [begin('10'), name('10', caseA), early, begin('20', '10')];
  t.deepEqual(
    run(records).released.map(([at]) => at),
    records.map((record) => record.position),
  );
});

test('a root that ends without a case releases all of its family without one', (t) => {
  for (const intent of ['ELEMENT_COMPLETED', 'ELEMENT_TERMINATED']) {
    const records = [begin('10'), begin('20', '10'), step('20'), finish('20', intent), finish('10', intent)];
    const { released, tracker } = run(records);
    t.deepEqual(
      released,
      records.map((record) => [record.position, null]),
    );
    t.deepEqual(tracker.listWaiting(), []);
  }
});

test('records without an instance pass at once', (t) => {
  t.is(run([aRecord('DEPLOYMENT', 'CREATED', {}), aRecord('MESSAGE', 'PUBLISHED', {})]).released.length, 2);
});

test('two cases don’t touch each other', (t) => {
  const records = [begin('10'), begin('50'), step('10'), name('50', caseB), step('50'), name('10', caseA)];
  t.deepEqual(
    Object.fromEntries(run(records).released),
    Object.fromEntries(records.map((record) => [record.position, instanceKeyOf(record) === '10' ? caseA : caseB])),
  );
});

test('wherever the stream is cut and memory is read again from what was stored, the outcome is the same', (t) => {
  const log = [
    begin('10'),
    step('10'),
    aRecord('PROCESS_INSTANCE_CREATION', 'CREATED', { processInstanceKey: '70', variables: { caseId: caseB } }),
    step('70'),
    begin('70'),
    begin('50'),
    begin('20', '10'),
    step('20'),
    name('10', caseA),
    step('20'),
    step('50'),
    finish('20'),
    name('50', caseB),
    finish('10'),
    finish('50'),
    finish('70'),
  ];
  const whole = run(log).released;
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: log.length - 1 })), (places) => {
      const cuts = [0, ...places.toSorted((a, b) => a - b), log.length];
      const stored = new Map<string, Instance>();
      let waiting: EngineRecord[] = [];
      const released = cuts.slice(1).flatMap((end, index) => {
        const part = run(log.slice(cuts[index], end), { instances: [...stored.values()].map((each) => ({ ...each })), waiting });
        for (const each of part.tracker.takeChanged()) stored.set(each.key, { ...each });
        waiting = part.tracker.listWaiting();
        return part.released;
      });
      t.deepEqual(released, whole);
    }),
  );
});
