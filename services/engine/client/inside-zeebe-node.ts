// The only file that knows what zeebe-node 8.3.2 keeps to itself. Its tests fail when one of these members changes (docs/adr/0007).
import type { ZBClient } from 'zeebe-node';

/** A job as it comes from the wire: variables and headers are JSON texts. */
export type WireJob = Readonly<Record<string, unknown> & { key: string; retries: number; variables: string; customHeaders: string }>;

/** What all of its workers have in sight, whatever their variables are. */
type Poller = { readonly pollCount: number };
type PollerInside = { handleJobResponse: (response: { jobs: WireJob[] }) => void; jobStream?: { cancel: () => void } };
type ClientInside = { grpc: { deployResourceSync: (request: DeployRequest) => Promise<ProcessDeployments> } };

type DeployRequest = { resources: { name: string; content: Buffer }[] };
export type ProcessDeployments = {
  deployments: { process: { bpmnProcessId: string; processDefinitionKey: string; version: number } }[];
};

const insideOf = (poller: Poller): PollerInside => poller as unknown as PollerInside;

/** Ends the poll that is open now. The poller's own close leaves it open while jobs run, and it would go on fetching. */
export const cancelPoll = (poller: Poller): void => insideOf(poller).jobStream?.cancel();

/** Jobs that arrive while `isCurrent` says no go to `takeLate`: the poller itself would throw them away, and the engine would hold them back. */
export const catchLateJobs = (poller: Poller, isCurrent: () => boolean, takeLate: (job: WireJob) => void): void => {
  const inside = insideOf(poller);
  const usual = inside.handleJobResponse;
  inside.handleJobResponse = (response) => {
    if (isCurrent()) usual(response);
    else response.jobs.forEach(takeLate);
  };
};

/** How often this poller has asked; stands still when the poller does. Counted with `debug: true` only. */
export const countPolls = (poller: Poller): number => poller.pollCount;

/** Several resources in one deployment, all or none. The client's own call takes one; the call below it takes what the gateway does. */
export const deployTogether = (client: ZBClient, request: DeployRequest): Promise<ProcessDeployments> =>
  (client as unknown as ClientInside).grpc.deployResourceSync(request);
