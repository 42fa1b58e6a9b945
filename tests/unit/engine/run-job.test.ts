import test from 'ava';
import Joi from 'joi';
import type { Deps } from '../../../services/deps.ts';
import { pauseAfter } from '../../../services/engine/client/job-worker.ts';
import { judge, type Topology } from '../../../services/engine/client/watchdog.ts';
import { type AnyWorker, defineWorker, type Job, leaveOpen, Refusal } from '../../../services/engine/define-worker.ts';
import { EngineOverloaded, EngineRefused, EngineUnavailable } from '../../../services/engine/errors.ts';
import { isTransient } from '../../../services/engine/is-transient.ts';
import { createJobRunner } from '../../../services/engine/run-job.ts';
import { Invalid, Unavailable } from '../../../services/platform/errors.ts';
import { createLog } from '../../../services/platform/log.ts';

const rules = { backOffMs: [1_000, 5_000, 30_000], transientBackOffMs: 7 };
const job: Job = {
  key: '1',
  type: 'x',
  elementId: 'e',
  bpmnProcessId: 'p',
  processInstanceKey: '2',
  elementInstanceKey: '3',
  processDefinitionKey: '4',
  retries: 3,
  deadline: 0,
  customHeaders: {},
  variables: { caseId: 'c', zahl: 1 },
};

/** Runs one job against an engine that only writes down what it is told. */
const run = async (handle: AnyWorker['handle'], { complete = [] as Error[], timeoutMs = 2_000, own = job } = {}) => {
  const calls: unknown[] = [];
  const engine = {
    completeJob: async (key: string, variables: unknown) => {
      calls.push(['complete', key, variables]);
      const error = complete.shift();
      if (error) throw error;
      return 'completed';
    },
    failJob: async (failure: object) => calls.push(['fail', failure]),
    throwBpmnError: async (error: object) => calls.push(['error', error]),
    whenHealthy: async () => undefined,
  };
  const releases = { isAhead: async (engineId: string) => engineId === 'ahead' };
  const deps = { engine, releases, log: createLog({ level: 'silent', name: 'run-job' }) } as unknown as Deps;
  const worker = defineWorker<{ zahl: number }>({
    input: { zahl: Joi.number().required() },
    output: { out: 'number', grund: 'number', rolle: 'code' },
    handle: handle as never,
  });
  await createJobRunner('x', worker, timeoutMs, deps, rules, new AbortController().signal)(own);
  return calls;
};
const failing = (error: unknown) => run(async () => Promise.reject(error));

test('a result completes the job, nothing completes it without variables, leaveOpen leaves it', async (t) => {
  t.deepEqual(await run(async () => ({ out: 1 })), [['complete', '1', { out: 1 }]]);
  t.deepEqual(await run(async () => undefined), [['complete', '1', {}]]);
  t.deepEqual(await run(async () => leaveOpen), []);
});

test('a refusal becomes a BPMN error', async (t) => {
  t.deepEqual(await failing(new Refusal('NEIN', 'geht nicht', { grund: 1 })), [
    ['error', { jobKey: '1', code: 'NEIN', message: 'geht nicht', variables: { grund: 1 } }],
  ]);
});

test('an error fails the job with a wait that grows with the tries', async (t) => {
  t.deepEqual(await failing(new Error('kaputt')), [['fail', { jobKey: '1', retries: 2, message: 'kaputt', backOffMs: 1_000 }]]);
  const at = async (retries: number) => (await run(() => Promise.reject(new Error('x')), { own: { ...job, retries } }))[0];
  t.like(await at(2), ['fail', { jobKey: '1', retries: 1, message: 'x', backOffMs: 5_000 }]);
  t.like(await at(1), ['fail', { jobKey: '1', retries: 0, message: 'x', backOffMs: 30_000 }]);
  t.like(await at(9), ['fail', { jobKey: '1', retries: 8, message: 'x', backOffMs: 1_000 }]);
});

test('an outage fails the job without using up a try', async (t) => {
  t.deepEqual(await failing(new Unavailable('weg')), [['fail', { jobKey: '1', retries: 3, message: 'weg', backOffMs: 7 }]]);
});

test('wrong variables go straight to an incident, with the name of the variable', async (t) => {
  const [call] = (await run(async () => ({}), { own: { ...job, variables: {} } })) as [string, { retries: number; message: string }][];
  t.is(call?.[1].retries, 0);
  t.regex(call?.[1].message ?? '', /"zahl"/);
});

test('a result that is no declared code, id, day or number never reaches the engine, and what it says is told to nobody', async (t) => {
  for (const result of [{ rolle: 'Kim Probe, krank' }, { hinweis: 'sb-sg4' }]) {
    const both = [() => run(async () => result), () => failing(new Refusal('NEIN', 'geht nicht', result))];
    for (const send of both) {
      const [call, more] = (await send()) as [string, { retries: number; message: string }][];
      t.is(more, undefined);
      t.like(call, ['fail', { retries: 0 }]);
      t.regex(call?.[1].message ?? '', new RegExp(`: ${Object.keys(result)[0]}$`));
    }
  }
});

test('a completion that got no answer is repeated, one that was refused is a failure', async (t) => {
  t.is((await run(async () => ({}), { complete: [new EngineUnavailable('weg'), new EngineOverloaded('voll')] })).length, 3);
  const [, fail] = (await run(async () => ({}), { complete: [new EngineRefused('zu groß', 3)] })) as [string, object][];
  t.is(fail?.[0], 'fail');
});

test('what cannot be settled in time is left to the engine and does not reject', async (t) => {
  const complete = Array.from({ length: 20 }, () => new EngineUnavailable('weg'));
  await t.notThrowsAsync(run(async () => ({}), { complete, timeoutMs: 300 }));
});

test('only what passes by itself counts as an outage', (t) => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });
  for (const error of [
    new EngineUnavailable('x'),
    new EngineOverloaded('x'),
    coded('ECONNREFUSED'),
    coded('57P01'),
    coded('53300'),
    coded('08006'),
    coded('40001'),
    new AggregateError([coded('ECONNREFUSED')]),
  ])
    t.true(isTransient(error), error.message);
  for (const error of [
    new Error('x'),
    new Invalid('x'),
    coded('23505'),
    coded('42P01'),
    coded('22P02'),
    new EngineRefused('x', 3),
    'x',
    null,
  ])
    t.false(isTransient(error));
});

test('pauses grow to 30 s and are spread', (t) => {
  t.deepEqual(
    [0, 1, 4, 5, 60].map((failures) => pauseAfter(failures, () => 0)),
    [1_000, 2_000, 16_000, 30_000, 30_000],
  );
  t.is(
    pauseAfter(0, () => 1),
    500,
  );
});

test('healthy means a healthy leader for every partition', (t) => {
  const topology = (...partitions: Topology['brokers'][0]['partitions']): Topology => ({ partitionsCount: 2, brokers: [{ partitions }] });
  const leader = (partitionId: number, health = 'HEALTHY') => ({ partitionId, role: 'LEADER', health });
  t.true(judge(topology(leader(1), leader(2))).ok);
  t.false(judge(topology(leader(1))).ok);
  t.true(judge(topology(leader(1), leader(2, 'UNHEALTHY'))).ok, 'so it is for a minute after its clock was moved');
  t.false(judge(topology(leader(1), leader(2, 'DEAD'))).ok);
  t.false(judge(topology(leader(1), { ...leader(2), role: 'FOLLOWER' })).ok);
  t.false(judge({ partitionsCount: 0, brokers: [] }).ok);
});

test('a job of a root that is not released yet waits, without using up a try', async (t) => {
  const calls = await run(async () => t.fail('the handler must not run'), { own: { ...job, bpmnProcessId: 'ahead' } });
  t.deepEqual(calls, [['fail', { jobKey: '1', retries: 3, message: 'Die Freigabe läuft noch.', backOffMs: 7 }]]);
});
