import type { Contract } from './contract.ts';
import type { Decision, FlowFile, FormFile, LiveSet, TableFile } from './live-set.ts';

/** The live models by the names they call each other by, and what the services promise them. */
export type World = {
  contract: Contract;
  set: LiveSet;
  flows: ReadonlyMap<string, FlowFile>;
  forms: ReadonlyMap<string, FormFile>;
  decisions: ReadonlyMap<string, { decision: Decision; file: TableFile }>;
  /** What a call worked out at run time can lead to: procedures nobody calls by name. */
  chosen: readonly string[];
};

export const createWorld = (set: LiveSet, contract: Contract): World => {
  const flows = new Map(set.flows.map((file) => [file.flow.id, file]));
  const named = new Set(set.flows.flatMap(({ flow }) => flow.nodes.map(({ called }) => called)));
  return {
    contract,
    set,
    flows,
    forms: new Map(set.forms.map((file) => [file.form.id, file])),
    decisions: new Map(set.tables.flatMap((file) => file.decisions.map((decision) => [decision.id, { decision, file }]))),
    chosen: set.flows.filter(({ flow }) => flow.properties.art === 'verfahren' && !named.has(flow.id)).map(({ flow }) => flow.id),
  };
};

/** The processes a call can lead to. */
export const calledBy = ({ flows, chosen }: World, called: string): readonly string[] =>
  called.trimStart().startsWith('=') ? chosen : flows.has(called) ? [called] : [];
