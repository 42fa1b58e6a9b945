import test from 'ava';
import fc from 'fast-check';
import { canonical } from '../../../services/engine/canonical.ts';
import { foldRows } from '../../../services/engine/records/fold-rows.ts';
import { parseBulk } from '../../../services/engine/records/parse-bulk.ts';
import { bodyOf, parseExact, readBody } from '../../../services/engine/records/parse-record.ts';

const body = (fields: Record<string, unknown> = {}): string =>
  JSON.stringify({
    partitionId: 1,
    position: 7,
    key: 2251799813685250,
    timestamp: 5,
    valueType: 'JOB',
    intent: 'CREATED',
    recordType: 'EVENT',
    value: {},
    ...fields,
  });

test('canonical JSON does not depend on the order of keys', (t) => {
  t.is(canonical({ b: [{ d: 1, c: null }], a: 'x' }), '{"a":"x","b":[{"c":null,"d":1}]}');
  fc.assert(
    fc.property(fc.json(), (json) => {
      const value = JSON.parse(json);
      const reversed = JSON.parse(JSON.stringify(value), (_key, each) =>
        each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).reverse()) : each,
      );
      return canonical(reversed) === canonical(value) && canonical(JSON.parse(canonical(value))) === canonical(value);
    }),
  );
});

const given = {
  partitionId: 1,
  position: '7',
  valueType: 'JOB',
  intent: 'CREATED',
};

test('keys become text with every digit, what people put into variables stays as it is', (t) => {
  const record = readBody(
    given,
    body({
      value: {
        jobKey: 2251799813685251,
        elementInstanceKey: -1,
        retries: 3,
        list: [{ decisionKey: 1 }],
        variables: { meinKey: 7, key: 8 },
        customHeaders: { xKey: 1 },
      },
    }).replace('"key":2251799813685250', '"key":9007199254740993'),
  );
  t.is(record.key, '9007199254740993');
  t.is(record.position, '7');
  t.deepEqual(record.value, {
    jobKey: '2251799813685251',
    retries: 3,
    list: [{ decisionKey: '1' }],
    variables: { meinKey: 7, key: 8 },
    customHeaders: { xKey: 1 },
  });
});

test('what says nothing is left out, but not of what people put into variables', (t) => {
  const value = {
    errorMessage: '',
    list: [],
    worker: null,
    headers: {},
    parentKey: -1,
    retries: 0,
    offset: -1,
    variables: { a: '', b: -1, bKey: -1, c: [] },
  };
  t.deepEqual(readBody(given, body({ value })).value, {
    retries: 0,
    offset: -1,
    variables: value.variables,
  });
});

test('what is stored of a record reads as the engine’s own line does', (t) => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'aKey', 'key', 'variables'), fc.jsonValue()), (value) => {
      const record = readBody(given, body({ value }));
      t.deepEqual(readBody(given, bodyOf(record)), record);
    }),
  );
});

test('numbers keep their value, or their text where a double cannot hold them', (t) => {
  t.deepEqual(parseExact('[1, 1.5, 9007199254740993, -9007199254740993, 1e3]'), [1, 1.5, '9007199254740993', '-9007199254740993', 1000]);
});

test('text is made such that the database can keep it', (t) => {
  t.deepEqual(parseExact('"a\\u0000b\\ud800"'), 'a\uFFFDb\uFFFD');
});

test('what is no record is refused', (t) => {
  for (const text of ['[]', '1', 'null', '{"value":1}']) t.throws(() => readBody(given, text));
});

test('a bulk is read pair by pair', (t) => {
  const bulk = `{"index":{"_id":"1-7"}}\n${body()}\n{"index":{"_id":"1-8"}}\n${body({ position: 8 })}`;
  const { records, unreadable } = parseBulk(Buffer.from(bulk));
  t.deepEqual(
    records.map(({ position, valueType, intent }) => [position, valueType, intent]),
    [
      ['7', 'JOB', 'CREATED'],
      ['8', 'JOB', 'CREATED'],
    ],
  );
  t.deepEqual(unreadable, []);
});

test('every line of a bulk is either a record, its announcement or kept as unreadable; nothing throws', (t) => {
  const good = fc.integer({ min: 1, max: 1e9 }).map((position) => body({ position }));
  const line = fc.oneof(good, fc.string(), fc.json(), fc.constant('{"index":{"_id":"1-7"}}'), fc.constant('{"index":null}'));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const clean = lines.map((each) => each.replaceAll('\n', ' '));
      const { records, unreadable } = parseBulk(Buffer.from(clean.join('\n')));
      const filled = clean.filter((each) => each.length > 0).length;
      const announcements = clean.filter((each) => each === '{"index":{"_id":"1-7"}}').length;
      t.is(records.length + unreadable.length + announcements, filled);
    }),
  );
});

test('a batch is folded to the last state of each row', (t) => {
  const at = (intent: string, timestamp: number, valueType = 'PROCESS_INSTANCE', value: Record<string, unknown> = {}) => ({
    caseId: null,
    record: readBody(
      { ...given, intent, valueType, position: String(timestamp) },
      body({
        timestamp,
        value: {
          processInstanceKey: 10,
          elementId: 'e',
          bpmnElementType: 'USER_TASK',
          ...value,
        },
      }),
    ),
  });
  const { elements, jobs, incidents } = foldRows([
    at('ELEMENT_ACTIVATING', 1),
    at('ELEMENT_ACTIVATED', 2),
    at('CREATED', 3, 'JOB', { type: 'x', retries: 3 }),
    at('FAILED', 4, 'JOB', { type: 'x', retries: 0, errorMessage: 'kaputt' }),
    at('CREATED', 5, 'INCIDENT', { jobKey: 77, errorType: 'JOB_NO_RETRIES', errorMessage: 'kaputt' }),
    at('MIGRATED', 6, 'INCIDENT'),
    at('TIMED_OUT', 7, 'JOB'),
  ]);
  t.is(elements.length, 1);
  t.like(elements[0], {
    state: 'active',
    activated_at: new Date(1).toISOString(),
    position: '1',
    ended_at: null,
    process_instance_key: '10',
  });
  t.like(jobs[0], { state: 'failed', message: 'kaputt', retries: 0, created_at: new Date(3).toISOString() });
  t.like(incidents[0], { job_key: '77', resolved_at: null });
});
