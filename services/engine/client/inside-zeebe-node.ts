// The only file that knows what zeebe-node 8.3.2 keeps to itself. Its test fails when this member changes (docs/adr/0007).
import type { ZBClient } from 'zeebe-node';

type ClientInside = {
  grpc: {
    deployResourceSync: (request: DeployRequest) => Promise<ProcessDeployments>;
  };
};

type DeployRequest = { resources: { name: string; content: Buffer }[] };
export type ProcessDeployments = {
  deployments: {
    process: {
      bpmnProcessId: string;
      processDefinitionKey: string;
      version: number;
    };
  }[];
};

/** Several resources in one deployment, all or none. The client's own call takes one; the call below it takes what the gateway does. */
export const deployTogether = (client: ZBClient, request: DeployRequest): Promise<ProcessDeployments> =>
  (client as unknown as ClientInside).grpc.deployResourceSync(request);
