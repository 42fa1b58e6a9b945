// zeebe-node's own members, against a gateway that speaks its protocol: what is relied on is done, not only there.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadPackageDefinition, Server, ServerCredentials, type ServerWritableStream, type ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import test from 'ava';
import { ZBClient } from 'zeebe-node';
import { cancelPoll, catchLateJobs, countPolls, deployTogether, type WireJob } from '../../../services/engine/client/inside-zeebe-node.ts';

const root = join(createRequire(import.meta.url).resolve('zeebe-node/package.json'), '..');
const options = { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true };
type Protocol = { gateway_protocol: { Gateway: ServiceClientConstructor } };
const { Gateway } = (loadPackageDefinition(loadSync(join(root, 'proto/zeebe.proto'), options)) as unknown as Protocol).gateway_protocol;

type Poll = ServerWritableStream<{ type: string }, { jobs: unknown[] }>;
type Deployment = { request: { resources: { name: string; content: Buffer }[] } };

const openGateway = async () => {
  const polls: Poll[] = [];
  const deployments: Deployment['request'][] = [];
  const server = new Server();
  server.addService(Gateway.service, {
    Topology: (_call: unknown, answer: (error: null, value: object) => void) => answer(null, { brokers: [] }),
    ActivateJobs: (poll: Poll) => polls.push(poll),
    DeployResource: (call: Deployment, answer: (error: null, value: object) => void) => {
      deployments.push(call.request);
      answer(null, { key: '1', deployments: [] });
    },
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  const silent = { info: () => undefined, error: () => undefined, debug: () => undefined };
  const client = new ZBClient(`127.0.0.1:${port}`, {
    retry: false,
    loglevel: 'ERROR',
    stdout: silent,
    longPoll: 500,
    eagerConnection: false,
  });
  const pollers: ReturnType<typeof client.createWorker>[] = [];
  const openPoller = () => {
    const taskHandler: Parameters<typeof client.createWorker>[0]['taskHandler'] = (job) => job.forward();
    const poller = client.createWorker({ taskType: 'a', longPoll: 500, debug: true, loglevel: 'ERROR', stdout: silent, taskHandler });
    pollers.push(poller);
    return poller;
  };
  const close = async (): Promise<void> => {
    for (const poller of pollers) {
      cancelPoll(poller);
      void poller.close(1).catch(() => undefined);
    }
    await client.close(1).catch(() => undefined);
    server.forceShutdown();
  };
  return { client, polls, deployments, openPoller, close };
};

const job = (key: string): object => ({ key, type: 'a', retries: 3, deadline: '0', variables: '{"vorgangId":"7"}', customHeaders: '{}' });

const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
};

test('a job that reaches a poller of yesterday is handed on as it came from the wire', async (t) => {
  const gateway = await openGateway();
  t.teardown(gateway.close);
  const poller = gateway.openPoller();
  const late: WireJob[] = [];
  catchLateJobs(
    poller,
    () => false,
    (each) => late.push(each),
  );
  await until(() => gateway.polls.length > 0);
  gateway.polls[0]?.write({ jobs: [job('4711')] });
  await until(() => late.length > 0);
  t.like(late[0], { key: '4711', retries: 3, variables: '{"vorgangId":"7"}', customHeaders: '{}' });
});

test('an open poll can be ended, and the gateway hears of it', async (t) => {
  const gateway = await openGateway();
  t.teardown(gateway.close);
  const poller = gateway.openPoller();
  await until(() => gateway.polls.length > 0);
  t.true(countPolls(poller) > 0, 'a poll is counted');
  const ended = new Promise((resolve) => gateway.polls[0]?.on('cancelled', resolve));
  await until(() => Reflect.get(poller, 'jobStream') !== undefined);
  cancelPoll(poller);
  await ended;
  t.pass();
});

test('several resources go out as one deployment', async (t) => {
  const gateway = await openGateway();
  t.teardown(gateway.close);
  const resources = ['a.bpmn', 'b.bpmn'].map((name) => ({ name, content: Buffer.from(`<${name}/>`) }));
  await deployTogether(gateway.client, { resources });
  t.is(gateway.deployments.length, 1);
  t.deepEqual(
    gateway.deployments[0]?.resources.map(({ name, content }) => [name, content.toString()]),
    resources.map(({ name, content }) => [name, content.toString()]),
  );
});
