import type { Logger } from 'pino';
import type { DeployedResource, Engine, ProcessResource, Resource } from '../engine.ts';
import { EngineRefused } from '../errors.ts';
import { assertTextless } from '../variables.ts';
import { openConnection } from './connection.ts';
import { status } from './grpc-errors.ts';
import { deployTogether, type ProcessDeployments } from './inside-zeebe-node.ts';
import { openJobWorker } from './job-worker.ts';
import { watchPulse } from './pulse.ts';

/** Far below the gateway's 4 MiB, where a message is answered like back pressure and would be tried for ever. */
const maxBytes = 1_000_000;

const guardSize = (call: string, variables: Record<string, unknown>): void => {
  const bytes = Buffer.byteLength(JSON.stringify(variables));
  if (bytes > maxBytes)
    throw new EngineRefused(`${call}: die Variablen sind mit ${bytes} Bytes zu groß (erlaubt ${maxBytes})`, status.resourceExhausted);
};

/** A key carries its partition in its upper bits, from 1 on. Anything else would be answered as if the engine were away, and tried for ever. */
const isKey = (key: string): boolean => /^\d{1,19}$/.test(key) && BigInt(key) >> 51n > 0n;

/**
 * Keys are counted from 1 on, so no job ever has this one: whoever asks for it is told so. It must be below all keys: a broker that starts again goes on
 * counting behind the highest key in its log, refused commands included, and after the last key of a partition come those of a partition that is not there.
 */
const keyBeforeAll = (partition: number): string => (BigInt(partition) << 51n).toString();
const PULSE_MS = 8_000;

/** Turns one refusal into an answer: what is gone or already there is expected, not an error. */
const except = async <Ok extends string, Expected extends string>(
  work: Promise<unknown>,
  ok: Ok,
  code: number,
  expected: Expected,
): Promise<Ok | Expected> => {
  try {
    await work;
    return ok;
  } catch (error) {
    if (error instanceof EngineRefused && error.code === code) return expected;
    throw error;
  }
};

const payloadOf = ({ name, kind, content }: Resource) => {
  const bytes = Buffer.from(content, 'utf8');
  if (kind === 'bpmn') return { name, process: bytes };
  return kind === 'dmn' ? { name, decision: bytes } : { name, form: bytes };
};

type Deployed = {
  deployments: {
    process?: { processDefinitionKey: string; version: number } | null;
    decision?: { dmnDecisionId: string; decisionKey: string; version: number } | null;
    decisionRequirements?: { decisionRequirementsKey: string; version: number } | null;
    form?: { formKey: string; version: number } | null;
  }[];
};

const readDeployed = ({ deployments }: Deployed): DeployedResource => {
  let key = '';
  let version = 0;
  const decisions: DeployedResource['decisions'] = [];
  for (const { process, decision, decisionRequirements, form } of deployments) {
    if (decision) decisions.push({ id: decision.dmnDecisionId, key: decision.decisionKey, version: decision.version });
    const main = process?.processDefinitionKey ?? decisionRequirements?.decisionRequirementsKey ?? form?.formKey;
    if (main !== undefined) key = main;
    version = process?.version ?? decisionRequirements?.version ?? form?.version ?? version;
  }
  return { key, version, decisions };
};

/** The gateway takes messages up to 4 MiB; what does not fit would be answered like back pressure and tried for ever. */
const maxDeploymentBytes = 4 * 1024 * 1024 - 64 * 1024;

const readProcesses = ({ deployments }: ProcessDeployments, processes: readonly ProcessResource[]): DeployedResource[] =>
  processes.map(({ id, name }) => {
    const found = deployments.find(({ process }) => process.bpmnProcessId === id)?.process;
    if (!found) throw new Error(`The engine has taken ${name} but names no process ${id}`);
    return { key: found.processDefinitionKey, version: found.version, decisions: [] };
  });

/** Opens at once and does not wait for the engine: a Lotse whose engine is down starts, reads, and says so. */
export const createEngine = ({ zeebeAddress, workerPollMs }: { zeebeAddress: string; workerPollMs: number }, log: Logger): Engine => {
  const connection = openConnection(zeebeAddress, log);
  const { call } = connection;
  const pulse = watchPulse({
    partitions: connection.partitions,
    probe: (partition) => call('pulse', (client) => client.updateJobRetries({ jobKey: keyBeforeAll(partition), retries: 1 }), PULSE_MS),
  });
  return {
    publishMessage: async ({ name, correlationKey, messageId, ttlMs, variables }) => {
      guardSize('publishMessage', variables);
      assertTextless('publishMessage', variables);
      const work = call('publishMessage', (client) =>
        client.publishMessage({ name, correlationKey, messageId, timeToLive: ttlMs, variables: variables as Record<string, string> }),
      );
      return except(work, 'published', status.alreadyExists, 'already-exists');
    },
    completeJob: async (jobKey, variables) => {
      if (!isKey(jobKey)) return 'not-found';
      guardSize('completeJob', variables);
      assertTextless('completeJob', variables);
      const work = call('completeJob', (client) => client.completeJob({ jobKey, variables: variables as Record<string, string> }));
      return except(work, 'completed', status.notFound, 'not-found');
    },
    failJob: async ({ jobKey, retries, message, backOffMs }) => {
      if (!isKey(jobKey)) return 'not-found';
      const work = call('failJob', (client) => client.failJob({ jobKey, retries, errorMessage: message, retryBackOff: backOffMs }));
      return except(work, 'failed', status.notFound, 'not-found');
    },
    throwBpmnError: async ({ jobKey, code, message, variables = {} }) => {
      if (!isKey(jobKey)) return 'not-found';
      guardSize('throwError', variables);
      assertTextless('throwError', variables);
      const work = call('throwError', (client) =>
        client.throwError({ jobKey, errorCode: code, errorMessage: message, variables: variables as Record<string, string> }),
      );
      return except(work, 'thrown', status.notFound, 'not-found');
    },
    cancelInstance: async (key) => {
      if (!isKey(key)) return 'not-found';
      return except(
        call('cancelProcessInstance', (client) => client.cancelProcessInstance(key)),
        'cancelled',
        status.notFound,
        'not-found',
      );
    },
    evaluateDecision: async (decisionId, variables) => {
      guardSize('evaluateDecision', variables);
      try {
        const answer = await call('evaluateDecision', (client) =>
          client.evaluateDecision({
            decisionId,
            variables: variables as unknown as Parameters<typeof client.evaluateDecision>[0]['variables'],
          }),
        );
        const output = String(answer.decisionOutput);
        return { output: output === '' ? null : JSON.parse(output), failure: answer.failureMessage };
      } catch (error) {
        if (isUnknownDecision(error)) return 'not-found';
        throw error;
      }
    },
    deploy: async (resource) =>
      readDeployed(
        (await call(
          `deploy ${resource.name}`,
          (client) => client.deployResource(payloadOf(resource) as { name: string; process: Buffer }),
          30_000,
        )) as unknown as Deployed,
      ),
    deployTogether: async (processes) => {
      const resources = processes.map(({ name, content }) => ({ name, content: Buffer.from(content, 'utf8') }));
      const bytes = resources.reduce((sum, { name, content }) => sum + content.byteLength + name.length, 0);
      if (bytes > maxDeploymentBytes) {
        const names = processes.map(({ id }) => id).join(', ');
        throw new EngineRefused(
          `Die Prozesse ${names} müssen gemeinsam freigegeben werden und sind zusammen mit ${bytes} Bytes zu groß (erlaubt ${maxDeploymentBytes})`,
          status.resourceExhausted,
        );
      }
      const answer = await call(
        `deploy ${processes.map(({ name }) => name).join(', ')}`,
        (client) => deployTogether(client, { resources }),
        30_000,
      );
      return readProcesses(answer, processes);
    },
    setJobRetries: async (jobKey, retries) => {
      if (!isKey(jobKey)) return 'not-found';
      return except(
        call('updateJobRetries', (client) => client.updateJobRetries({ jobKey, retries })),
        'set',
        status.notFound,
        'not-found',
      );
    },
    resolveIncident: async (incidentKey) => {
      if (!isKey(incidentKey)) return 'not-found';
      return except(
        call('resolveIncident', (client) => client.resolveIncident({ incidentKey })),
        'resolved',
        status.notFound,
        'not-found',
      );
    },
    openWorker: (spec) => openJobWorker(connection, spec, workerPollMs, log),
    health: () => (connection.health().ok ? pulse.health() : connection.health()),
    whenHealthy: connection.whenHealthy,
    close: async () => {
      pulse.stop();
      await connection.close();
    },
  };
};

/** 8.5 answers INVALID_ARGUMENT, later versions NOT_FOUND. */
const isUnknownDecision = (error: unknown): boolean =>
  error instanceof EngineRefused && (error.code === status.notFound || /no decision found/i.test(error.message));
