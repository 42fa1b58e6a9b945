import { createRequire } from 'node:module';
import { type ChannelOptions, type ClientReadableStream, credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { Job } from '../engine.ts';
import type { Topology } from './watchdog.ts';

/** A job as it comes from the wire: variables and headers are JSON texts, keys are texts, too. */
export type WireJob = Omit<Job, 'deadline' | 'customHeaders' | 'variables'> & Record<'deadline' | 'customHeaders' | 'variables', string>;

/** What both ways to get jobs are asked with; the names are the protocol's. An empty `fetchVariable` fetches all. */
export type JobRequest = { type: string; worker: string; timeout: number; fetchVariable: readonly string[] };

type Answer<T> = (error: ServiceError | null, value: T) => void;
type Deadline = { deadline: number };

type Stub = {
  streamActivatedJobs: (request: JobRequest) => ClientReadableStream<WireJob>;
  activateJobs: (
    request: JobRequest & { maxJobsToActivate: number; requestTimeout: number },
    options: Deadline,
  ) => ClientReadableStream<{ jobs: WireJob[] }>;
  topology: (request: object, options: Deadline, answer: Answer<Topology>) => void;
  close: () => void;
};

/** The three calls of Zeebe's protocol that zeebe-node does not make, or not as they are needed here (docs/adr/0011). */
export type Gateway = {
  /** Jobs as they are made, pushed for as long as the stream is open. Says `error` or `end` when it is over. */
  streamJobs: (request: JobRequest) => ClientReadableStream<WireJob>;
  /** Jobs that lie there now, at most so many. Errors: those of gRPC. */
  fetchJobs: (request: JobRequest, most: number) => Promise<WireJob[]>;
  topology: (deadlineMs: number) => Promise<Topology>;
  close: () => void;
};

const proto = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
const FETCH_MS = 10_000;
/** A connection of its own: a new gateway must not get the one that has fallen silent. */
const options: ChannelOptions = { 'grpc.use_local_subchannel_pool': 1, 'grpc.max_reconnect_backoff_ms': 5_000 };

type Protocol = {
  gateway_protocol: {
    Gateway: new (address: string, how: unknown, options: ChannelOptions) => Stub;
  };
};
let protocol: Protocol | undefined;

const readProtocol = (): Protocol => {
  protocol ??= loadPackageDefinition(
    loadSync(proto, { keepCase: true, longs: String, enums: String, defaults: true }),
  ) as unknown as Protocol;
  return protocol;
};

export const openGateway = (address: string): Gateway => {
  const stub = new (readProtocol().gateway_protocol.Gateway)(address, credentials.createInsecure(), options);
  return {
    streamJobs: (request) => stub.streamActivatedJobs(request),
    fetchJobs: (request, most) =>
      new Promise((resolve, reject) => {
        const found: WireJob[] = [];
        // A negative time limit: answer at once, with what there is.
        const asked = { ...request, maxJobsToActivate: most, requestTimeout: -1 };
        stub
          .activateJobs(asked, { deadline: Date.now() + FETCH_MS })
          .on('data', ({ jobs }) => found.push(...jobs))
          // What has come by then is ours, whatever happened to the rest.
          .on('error', (error) => (found.length > 0 ? resolve(found) : reject(error)))
          .on('end', () => resolve(found));
      }),
    topology: (deadlineMs) =>
      new Promise((resolve, reject) => {
        stub.topology({}, { deadline: Date.now() + deadlineMs }, (error, value) => (error ? reject(error) : resolve(value)));
      }),
    close: () => stub.close(),
  };
};
