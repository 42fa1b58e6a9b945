// zeebe-node's own member, against a gateway that speaks its protocol: what is relied on is done, not only there.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadPackageDefinition, Server, ServerCredentials, type ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import test from 'ava';
import { ZBClient } from 'zeebe-node';
import { deployTogether } from '../../../services/engine/client/inside-zeebe-node.ts';

const root = join(createRequire(import.meta.url).resolve('zeebe-node/package.json'), '..');
const options = { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true };
type Protocol = { gateway_protocol: { Gateway: ServiceClientConstructor } };
const { Gateway } = (loadPackageDefinition(loadSync(join(root, 'proto/zeebe.proto'), options)) as unknown as Protocol).gateway_protocol;

type Deployment = { request: { resources: { name: string; content: Buffer }[] } };

const openGateway = async () => {
  const deployments: Deployment['request'][] = [];
  const server = new Server();
  server.addService(Gateway.service, {
    Topology: (_call: unknown, answer: (error: null, value: object) => void) => answer(null, { brokers: [] }),
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
    eagerConnection: false,
  });
  const close = async (): Promise<void> => {
    await client.close(1).catch(() => undefined);
    server.forceShutdown();
  };
  return { client, deployments, close };
};

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
