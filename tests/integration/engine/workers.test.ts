import { setTimeout as pause } from 'node:timers/promises';
import test, { registerCompletionHandler } from 'ava';
import { Refusal, startWorkers } from '../../../services/engine/index.ts';
import { Unavailable } from '../../../services/platform/errors.ts';
import { aProcess } from './support/a-process.ts';
import { eventually, openLab, servicesDir } from './support/lab.ts';
import { behaviour, seen, seenBy } from './support/seen.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const { deps, close } = await openLab();
const { engine } = deps;
const rules = { backOffMs: [50, 100, 200], transientBackOffMs: 50 };
let workers: Awaited<ReturnType<typeof startWorkers>>;

const deploy = (content: string, name: string) => engine.deploy({ name: `${name}.bpmn`, kind: 'bpmn', content });
/** An engine that has enough to do says so, and is asked again, as the outbox does. */
const start = async (message: string, variables: Record<string, unknown> = {}): Promise<string> => {
  const caseId = crypto.randomUUID();
  const asked = { name: message, correlationKey: caseId, messageId: caseId, ttlMs: 60_000, variables: { caseId, ...variables } };
  for (;;) {
    try {
      await engine.publishMessage(asked);
      return caseId;
    } catch (error) {
      if ((error as Error).name !== 'EngineOverloaded') throw error;
      await pause(100);
    }
  }
};
/** The second step tells that the first one is over, and with what. */
const reached = (caseId: string) => eventually('the next step', () => seenBy('lab-open', caseId).at(-1));

test.before(async () => {
  await engine.whenHealthy(AbortSignal.timeout(20_000));
  await deploy(aProcess('lab-echo').startedBy('lab-echo').service('lab-echo').userTask('danach').xml(), 'lab-echo');
  await deploy(aProcess('lab-act').startedBy('lab-act').service('lab-act').catching('NEIN').userTask('danach').xml(), 'lab-act');
  workers = await startWorkers(deps, { servicesDir, rules });
});
test.after.always(async () => {
  await workers.stop();
  await close();
});

test('a worker gets the variables it declares and no others, checked and with defaults', async (t) => {
  const caseId = await start('lab-echo', { zahl: 41, fremd: 'NICHT_FUER_MICH', fehlt: null });
  const job = await eventually('the job', () => seenBy('lab-echo', caseId)[0]);
  t.deepEqual(job.variables, { caseId, zahl: 41, fehlt: 'vorgabe' });
  t.is(job.elementId, 'lab_echo');
  t.is(job.bpmnProcessId, 'lab-echo');
  for (const key of [job.key, job.processInstanceKey, job.elementInstanceKey, job.processDefinitionKey]) t.regex(key, /^\d{16,19}$/);
  await reached(caseId);
});

test('variables that do not fit end as an incident without running the worker', async (t) => {
  const caseId = await start('lab-echo', { zahl: 'KEINE_ZAHL' });
  await pause(400);
  t.deepEqual(seenBy('lab-echo', caseId), []);
  t.deepEqual(seenBy('lab-open', caseId), []);
});

test('a refusal leaves by the BPMN error of the model', async (t) => {
  const caseId = crypto.randomUUID();
  behaviour.set(caseId, () => {
    throw new Refusal('NEIN', 'Das geht hier nicht.');
  });
  await engine.publishMessage({ name: 'lab-act', correlationKey: caseId, messageId: caseId, ttlMs: 60_000, variables: { caseId } });
  const job = await eventually('the job', () => seenBy('lab-act', caseId)[0]);
  await eventually('the instance has ended', async () => (await engine.cancelInstance(job.processInstanceKey)) === 'not-found');
  t.is(seenBy('lab-act', caseId).length, 1);
});

test('a failing job is tried three times with growing waits and then rests', async (t) => {
  const caseId = crypto.randomUUID();
  const times: number[] = [];
  behaviour.set(caseId, () => {
    times.push(performance.now());
    throw new Error('Das Register ist gestört.');
  });
  await engine.publishMessage({ name: 'lab-act', correlationKey: caseId, messageId: caseId, ttlMs: 60_000, variables: { caseId } });
  await eventually('three tries', () => times.length === 3);
  await pause(700);
  t.deepEqual(
    seenBy('lab-act', caseId).map((job) => job.retries),
    [3, 2, 1],
  );
});

test('an outage of what a worker needs does not use up its tries', async (t) => {
  const caseId = crypto.randomUUID();
  behaviour.set(caseId, (attempt) => {
    if (attempt <= 5) throw new Unavailable('Die Datenbank antwortet nicht.');
    return {};
  });
  await engine.publishMessage({ name: 'lab-act', correlationKey: caseId, messageId: caseId, ttlMs: 60_000, variables: { caseId } });
  await reached(caseId);
  t.deepEqual(
    seenBy('lab-act', caseId).map((job) => job.retries),
    [3, 3, 3, 3, 3, 3],
  );
});

test('a user task stays open, is completed by its key once, and is gone the second time', async (t) => {
  const caseId = await start('lab-echo', { zahl: 1 });
  const job = await reached(caseId);
  await pause(300);
  t.is(seenBy('lab-open', caseId).length, 1);
  t.is(await engine.completeJob(job.key, { ergebnis: 'ja' }), 'completed');
  t.is(await engine.completeJob(job.key, { ergebnis: 'ja' }), 'not-found');
});

test('a job whose instance is cancelled while it runs harms nobody', async (t) => {
  const caseId = crypto.randomUUID();
  for (const [round, after] of ([() => ({}), () => Promise.reject(new Error('zu spät'))] as const).entries()) {
    const own = round === 0 ? caseId : crypto.randomUUID();
    behaviour.set(own, async () => {
      const [job] = seenBy('lab-act', own);
      await engine.cancelInstance(job?.processInstanceKey ?? '');
      return after();
    });
    await engine.publishMessage({ name: 'lab-act', correlationKey: own, messageId: own, ttlMs: 60_000, variables: { caseId: own } });
    await eventually('the job', () => seenBy('lab-act', own).length === 1);
  }
  await pause(300);
  t.is(await engine.cancelInstance(seenBy('lab-act', caseId)[0]?.processInstanceKey ?? ''), 'not-found');
});

test('two workers for one job type are a mistake that names both files', async (t) => {
  const twice = { ...deps, engine: { ...engine, openWorker: () => ({ close: async () => undefined }) } };
  const first = await startWorkers(twice, { servicesDir });
  t.deepEqual(first.types.toSorted(), ['io.camunda.zeebe:userTask', 'lab-act', 'lab-echo']);
});

test('three hundred jobs pass quickly and none is lost', async (t) => {
  const before = seen.filter(({ worker }) => worker === 'lab-echo').length;
  const started = performance.now();
  for (let wave = 0; wave < 30; wave += 1) await Promise.all(Array.from({ length: 10 }, () => start('lab-echo', { zahl: 1 })));
  await eventually('all of them', () => seen.filter(({ worker }) => worker === 'lab-echo').length >= before + 300, 60_000);
  t.log(`300 jobs in ${Math.round(performance.now() - started)} ms`);
  t.pass();
});

test.serial('stopping waits for what runs and takes nothing new', async (t) => {
  const caseId = crypto.randomUUID();
  let done = false;
  behaviour.set(caseId, async () => {
    await pause(500);
    done = true;
    return {};
  });
  await engine.publishMessage({ name: 'lab-act', correlationKey: caseId, messageId: caseId, ttlMs: 60_000, variables: { caseId } });
  await eventually('it runs', () => seenBy('lab-act', caseId).length === 1);
  const own = workers;
  await own.stop();
  t.true(done);
  workers = await startWorkers(deps, { servicesDir, rules });
  await reached(caseId);
});
