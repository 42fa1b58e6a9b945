import type { Routing } from '../cases/index.ts';
import type { Deps } from '../engine/contracts.ts';
import { explainDecision, readDecisionTables } from '../models/index.ts';
import { routingReason } from './routing-reason.ts';

const TABLE = 'routing';

export type RoutingResult = {
  sachgebiet: string;
  team: string;
  rolle: string;
  prozess: string;
  prioBasis: number;
  slaTage: number;
  eskalation: boolean;
};

/** Which row of the routing table the engine took, its inputs and the rows that lost, read from the released table. */
export const explainRouting = async (
  deps: Pick<Deps, 'releases'>,
  inputs: Record<string, unknown>,
  result: RoutingResult,
): Promise<Pick<Routing, 'rule' | 'inputs' | 'losers' | 'reason'>> => {
  const released = await deps.releases.findContent(TABLE, 'dmn');
  const explained = released ? explainDecision(readDecisionTables(released.content), TABLE, inputs) : undefined;
  if (explained?.outputs.sachgebiet !== result.sachgebiet || explained.outputs.rolle !== result.rolle) {
    // The engine's word counts. A table edited between its decision and this line must not put a wrong reason in the file.
    return { rule: '', inputs, losers: [], reason: routingReason(result.sachgebiet, '–', '', inputs) };
  }
  return {
    rule: explained.rule.id,
    inputs: explained.inputs,
    losers: explained.losers,
    reason: routingReason(result.sachgebiet, explained.rule.id, explained.rule.annotation, inputs),
  };
};
