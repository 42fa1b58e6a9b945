// How jobs come, against a gateway that speaks the protocol: pushed, found, held back, given back, and asked for again.
import { createRequire } from 'node:module';
import { loadPackageDefinition, Server, ServerCredentials, type ServerWritableStream, type ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import test, { registerCompletionHandler } from 'ava';
import type { Job } from '../../../services/engine/engine.ts';
import { createEngine } from '../../../services/engine/index.ts';
import { createLog } from '../../../services/platform/log.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const proto = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
type Protocol = { gateway_protocol: { Gateway: ServiceClientConstructor } };
const { Gateway } = (loadPackageDefinition(loadSync(proto, { keepCase: true, longs: String, enums: String })) as unknown as Protocol)
  .gateway_protocol;

type Asked = { type: string; timeout: string; fetchVariable?: string[] };
type Stream = ServerWritableStream<Asked, object>;
type Look = ServerWritableStream<Asked & { maxJobsToActivate: number; requestTimeout: string }, { jobs: object[] }>;
type Failed = { request: { jobKey: string; retries: number } };
type Reply = (error: null, value: object) => void;

const aJob = (key: string) => ({
  key,
  type: 'x',
  variables: '{"caseId":"7"}',
  customHeaders: '{"a":"b"}',
  retries: 3,
  deadline: '99',
});

const openGateway = async () => {
  const streams: Stream[] = [];
  const looks: Look['request'][] = [];
  const lying: object[] = [];
  const givenBack: Failed['request'][] = [];
  const topology = {
    partitionsCount: 1,
    brokers: [{ partitions: [{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }] }],
  };
  const server = new Server();
  server.addService(Gateway.service, {
    Topology: (_call: unknown, answer: Reply) => answer(null, topology),
    StreamActivatedJobs: (stream: Stream) => streams.push(stream),
    ActivateJobs: (look: Look) => {
      looks.push(look.request);
      const jobs = lying.splice(0, look.request.maxJobsToActivate);
      if (jobs.length > 0) look.write({ jobs });
      look.end();
    },
    FailJob: (call: Failed, answer: Reply) => {
      givenBack.push(call.request);
      answer(null, {});
    },
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return {
    address: `127.0.0.1:${port}`,
    streams,
    looks,
    lying,
    givenBack,
    close: () => server.forceShutdown(),
  };
};

const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** A worker that ends its jobs when it is told to. */
const openWorker = async ({ maxJobs = 4, pollMs = 10_000, timeoutMs = 60_000 } = {}) => {
  const gateway = await openGateway();
  const engine = createEngine({ zeebeAddress: gateway.address, workerPollMs: pollMs }, createLog({ level: 'silent', name: 'job-worker' }));
  const got: Job[] = [];
  const ends: (() => void)[] = [];
  const onJob = (job: Job): Promise<void> => {
    got.push(job);
    return new Promise((resolve) => ends.push(resolve));
  };
  const worker = engine.openWorker({ type: 'x', fetchVariables: ['caseId'], timeoutMs, maxJobs, onJob });
  await until(() => gateway.streams.length === 1);
  const close = async (): Promise<void> => {
    await worker.close(1);
    await engine.close();
    gateway.close();
  };
  return {
    gateway,
    worker,
    got,
    ends,
    close,
    keys: () => got.map(({ key }) => key),
  };
};

test('a job that is pushed is done, with its texts read', async (t) => {
  const { gateway, got, close } = await openWorker();
  t.like(gateway.streams[0]?.request, { type: 'x', timeout: '60000', fetchVariable: ['caseId'] });
  gateway.streams[0]?.write(aJob('1'));
  await until(() => got.length === 1);
  t.like(got[0], {
    key: '1',
    type: 'x',
    retries: 3,
    deadline: 99,
    variables: { caseId: '7' },
    customHeaders: { a: 'b' },
  });
  await close();
});

test('a job that was there before the stream, or was lost on its way, is found by the next look', async (t) => {
  const { gateway, keys, close } = await openWorker({ pollMs: 50 });
  await until(() => gateway.looks.length > 0);
  gateway.lying.push(aJob('1'), aJob('2'));
  await until(() => keys().length === 2);
  t.deepEqual(keys(), ['1', '2']);
  t.like(gateway.looks[0], { type: 'x', maxJobsToActivate: 4, requestTimeout: '-1', fetchVariable: ['caseId'] });
  await close();
});

test('never more than its places at once: what is pushed beyond them waits its turn, and no look asks for more', async (t) => {
  const { gateway, got, ends, keys, close } = await openWorker({ maxJobs: 2, pollMs: 20 });
  for (const key of ['1', '2', '3', '4', '5']) gateway.streams[0]?.write(aJob(key));
  await until(() => got.length === 2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  t.deepEqual(keys(), ['1', '2']);
  t.true(gateway.looks.every(({ maxJobsToActivate }) => maxJobsToActivate <= 2));
  const before = gateway.looks.length;
  await new Promise((resolve) => setTimeout(resolve, 300));
  t.is(gateway.looks.length, before);
  for (let n = 0; n < 5; n += 1) {
    await until(() => ends.length > n);
    ends[n]?.();
  }
  await until(() => got.length === 5);
  t.deepEqual(keys(), ['1', '2', '3', '4', '5']);
  await close();
});

test('a job that has waited for half of its time is left to the engine, which gives it out again', async (t) => {
  const { gateway, got, ends, keys, close } = await openWorker({ maxJobs: 1, timeoutMs: 200 });
  for (const key of ['1', '2']) gateway.streams[0]?.write(aJob(key));
  await until(() => got.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 150));
  ends[0]?.();
  gateway.streams[0]?.write(aJob('3'));
  await until(() => got.length === 2);
  t.deepEqual(keys(), ['1', '3']);
  await close();
});

test('closing gives back what has not begun and waits for what runs', async (t) => {
  const { gateway, worker, got, ends, keys, close } = await openWorker({ maxJobs: 1 });
  for (const key of ['2251799813685301', '2251799813685302', '2251799813685303']) gateway.streams[0]?.write(aJob(key));
  await until(() => got.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  let closed = false;
  const closing = worker.close().then(() => {
    closed = true;
  });
  await until(() => gateway.givenBack.length > 0);
  t.like(gateway.givenBack[0], { jobKey: '2251799813685302', retries: 3 });
  t.false(closed);
  ends[0]?.();
  await closing;
  t.deepEqual(keys(), ['2251799813685301']);
  await close();
});

test('a stream that has ended is opened again, and a look goes with it', async (t) => {
  const { gateway, keys, close } = await openWorker();
  await until(() => gateway.looks.length === 1);
  gateway.lying.push(aJob('1'));
  gateway.streams[0]?.end();
  await until(() => gateway.streams.length === 2);
  await until(() => keys().length === 1);
  gateway.streams[1]?.write(aJob('2'));
  await until(() => keys().length === 2);
  t.deepEqual(keys(), ['1', '2']);
  await close();
});
