import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import {
  loadPackageDefinition,
  Server,
  ServerCredentials,
  type ServerWritableStream,
  type ServiceClientConstructor,
  status,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import test, { registerCompletionHandler } from 'ava';
import { createEngine } from '../../../services/engine/index.ts';
import { createLog } from '../../../services/platform/log.ts';
import { eventually } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const proto = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');

/** A gateway that is healthy and full: the real one gets into that state only by a full disk or by more load than a test has. */
const openFullGateway = async () => {
  const { gateway_protocol: zeebe } = loadPackageDefinition(
    loadSync(proto, { keepCase: true, longs: String, enums: String }),
  ) as unknown as {
    gateway_protocol: { Gateway: ServiceClientConstructor };
  };
  const server = new Server();
  const polls: number[] = [];
  const jobs: object[] = [];
  let full = true;
  server.addService(zeebe.Gateway.service, {
    Topology: (_call: unknown, answer: (error: null, value: object) => void) =>
      answer(null, { partitionsCount: 1, brokers: [{ partitions: [{ partitionId: 1, role: 'LEADER', health: 'HEALTHY' }] }] }),
    ActivateJobs: (call: ServerWritableStream<unknown, object>) => {
      polls.push(performance.now());
      if (full) call.emit('error', { code: status.RESOURCE_EXHAUSTED, details: 'Expected to activate jobs, but the broker is full' });
      else {
        if (jobs.length > 0) call.write({ jobs: jobs.splice(0) });
        call.end();
      }
    },
    StreamActivatedJobs: () => undefined,
    CompleteJob: (_call: unknown, answer: (error: object) => void) => answer({ code: status.RESOURCE_EXHAUSTED, details: 'full' }),
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  return {
    address: `127.0.0.1:${port}`,
    polls,
    relieve: (job: object): void => {
      full = false;
      jobs.push(job);
    },
    close: () => server.forceShutdown(),
  };
};

test('a full engine is asked again after growing pauses instead of fifty times a second, and work goes on when it has room', async (t) => {
  const gateway = await openFullGateway();
  const engine = createEngine({ zeebeAddress: gateway.address, workerPollMs: 10_000 }, createLog({ level: 'silent', name: 'overload' }));
  await engine.whenHealthy(AbortSignal.timeout(10_000));
  const got: string[] = [];
  const worker = engine.openWorker({
    type: 'x',
    fetchVariables: [],
    timeoutMs: 60_000,
    maxJobs: 8,
    onJob: async (job) => void got.push(job.key),
  });
  await pause(5_000);
  t.true(gateway.polls.length >= 2 && gateway.polls.length <= 8, `${gateway.polls.length} polls in 5 s`);
  await t.throwsAsync(engine.completeJob('2251799813685300', {}), { name: 'EngineOverloaded' });
  gateway.relieve({ key: '2251799813685300', type: 'x', variables: '{}', customHeaders: '{}', retries: 3, deadline: '0' });
  await eventually('the job', () => got.length === 1, 15_000);
  t.deepEqual(got, ['2251799813685300']);
  await worker.close();
  await engine.close();
  gateway.close();
});
