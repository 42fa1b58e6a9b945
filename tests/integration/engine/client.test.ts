import test, { registerCompletionHandler } from 'ava';
import { createEngine, EngineRefused, EngineUnavailable } from '../../../services/engine/index.ts';
import { createLog } from '../../../services/platform/log.ts';
import { aProcess } from './support/a-process.ts';
import { eventually, openProxy, zeebeAddress } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const log = createLog({ level: 'silent', name: 'client' });
const open = (address = zeebeAddress()) => createEngine({ zeebeAddress: address, workerPollMs: 10_000 }, log);
const limit = (ms: number) => AbortSignal.timeout(ms);
const engine = open();
const unknownKey = String(2n ** 51n + 1_000_000_000n);

test.before(() => engine.whenHealthy(limit(20_000)));
test.after.always(() => engine.close());

test('a message is published once per id, the second try is told so', async (t) => {
  const id = crypto.randomUUID();
  const message = { name: 'client-nobody', correlationKey: id, messageId: id, ttlMs: 60_000, variables: { caseId: id } };
  t.is(await engine.publishMessage(message), 'published');
  t.is(await engine.publishMessage(message), 'already-exists');
});

test('what is gone is an answer and not an error', async (t) => {
  t.is(await engine.completeJob(unknownKey, {}), 'not-found');
  t.is(await engine.failJob({ jobKey: unknownKey, retries: 1, message: 'x', backOffMs: 0 }), 'not-found');
  t.is(await engine.throwBpmnError({ jobKey: unknownKey, code: 'X', message: 'x' }), 'not-found');
  t.is(await engine.cancelInstance(unknownKey), 'not-found');
  t.is(await engine.setJobRetries(unknownKey, 1), 'not-found');
  t.is(await engine.resolveIncident(unknownKey), 'not-found');
  t.is(await engine.evaluateDecision('gibt-es-nicht', {}), 'not-found');
});

test('a key of no partition is gone too, instead of being tried for ever', async (t) => {
  t.is(await engine.completeJob('17', {}), 'not-found');
  t.is(await engine.completeJob('keiner', {}), 'not-found');
});

test('variables over a megabyte are refused before they are sent', async (t) => {
  const error = await t.throwsAsync(engine.completeJob(unknownKey, { text: 'x'.repeat(1_100_000) }), { instanceOf: EngineRefused });
  t.regex(error?.message ?? '', /zu groß/);
});

test('a model the engine refuses comes back with its words', async (t) => {
  const broken = aProcess('client-broken').start().service('x').xml().replace('<zeebe:taskDefinition type="x" retries="3"/>', '');
  const error = await t.throwsAsync(engine.deploy({ name: 'broken.bpmn', kind: 'bpmn', content: broken }), { instanceOf: EngineRefused });
  t.regex(error?.message ?? '', /taskDefinition/);
});

test('deploying the same model again keeps its version', async (t) => {
  const content = aProcess('client-same').start().service('client-same').xml();
  const first = await engine.deploy({ name: 'same.bpmn', kind: 'bpmn', content });
  t.deepEqual(await engine.deploy({ name: 'same.bpmn', kind: 'bpmn', content }), first);
});

test('an engine that is not there fails calls quickly, and says why it is not healthy', async (t) => {
  const nobody = open('127.0.0.1:1');
  const started = performance.now();
  await t.throwsAsync(nobody.publishMessage({ name: 'x', correlationKey: 'x', messageId: 'x', ttlMs: 0, variables: {} }), {
    instanceOf: EngineUnavailable,
  });
  t.true(performance.now() - started < 15_000);
  await eventually('a reason', () => nobody.health().reason.includes('antwortet nicht'));
  await t.throwsAsync(nobody.whenHealthy(limit(200)));
  await nobody.close();
  await t.throwsAsync(nobody.completeJob(unknownKey, {}), { instanceOf: EngineUnavailable });
});

test('an engine that comes back is noticed long before the slow check', async (t) => {
  const proxy = await openProxy(zeebeAddress());
  const through = open(proxy.address);
  await through.whenHealthy(limit(10_000));
  await proxy.cut();
  await t.throwsAsync(through.publishMessage({ name: 'x', correlationKey: 'x', messageId: 'x', ttlMs: 0, variables: {} }), {
    instanceOf: EngineUnavailable,
  });
  await eventually('down', () => !through.health().ok, 15_000);
  await proxy.open();
  const started = performance.now();
  await through.whenHealthy(limit(10_000));
  t.true(performance.now() - started < 8_000, `${performance.now() - started} ms`);
  await through.close();
  await proxy.cut();
});

test('a connection that has fallen silent is replaced, and jobs flow again', async (t) => {
  const proxy = await openProxy(zeebeAddress());
  const through = open(proxy.address);
  await through.whenHealthy(limit(10_000));
  const type = `client-silent-${Date.now()}`;
  await engine.deploy({
    name: 'silent.bpmn',
    kind: 'bpmn',
    content: aProcess('client-silent').startedBy('client-silent').service(type).xml(),
  });
  const got: string[] = [];
  const worker = through.openWorker({
    type,
    fetchVariables: [],
    timeoutMs: 5_000,
    maxJobs: 4,
    onJob: async (job) => {
      await through.completeJob(job.key, {}).catch(() => undefined);
      got.push(job.key);
    },
  });
  const start = () =>
    engine.publishMessage({
      name: 'client-silent',
      correlationKey: crypto.randomUUID(),
      messageId: crypto.randomUUID(),
      ttlMs: 1_000,
      variables: {},
    });
  await start();
  await eventually('the first job', () => got.length === 1);
  proxy.silence();
  const started = performance.now();
  await start();
  await eventually('the second job', () => got.length >= 2, 30_000);
  t.log(`after ${Math.round(performance.now() - started)} ms`);
  t.true(got.length >= 2);
  await worker.close();
  await through.close();
  await proxy.cut();
});
