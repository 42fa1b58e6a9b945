import type { Routing } from '../cases/index.ts';
import type { Deps } from '../engine/contracts.ts';
import { type DecisionTable, type Explanation, explainDecision, readDecisionTables } from '../models/index.ts';
import { routingReason } from './routing-reason.ts';
import { ROUTING_TABLE } from './routing-table.ts';

export type RoutingResult = {
  sachgebiet: string;
  team: string;
  rolle: string;
  prozess: string;
  prioBasis: number;
  slaTage: number;
  eskalation: boolean;
};

/** A few hundred combinations of inputs are all an office has; working one out costs ten milliseconds. */
const MOST_KEPT = 2_000;
const kept = new WeakMap<Deps['releases'], Map<string, Explanation | undefined>>();

const SECRET_ROLE = 'sicherheit';

/** Rows that lead into the security circle are no part of an ordinary case's story: their inputs would tell what that circle works on. */
const withoutSecretRows = (explained: Explanation | undefined, table: DecisionTable | undefined): Explanation | undefined => {
  if (!explained || explained.outputs.rolle === SECRET_ROLE) return explained;
  const role = table?.outputs.findIndex((output) => output.name === 'rolle') ?? -1;
  const secret = new Set(table?.rules.filter((rule) => rule.outputs[role] === `"${SECRET_ROLE}"`).map((rule) => rule.id));
  return { ...explained, losers: explained.losers.filter((loser) => !secret.has(loser.rule)) };
};

const explain = async (deps: Pick<Deps, 'releases'>, inputs: Record<string, unknown>): Promise<Explanation | undefined> => {
  const released = await deps.releases.findContent(ROUTING_TABLE, 'dmn');
  if (!released) return undefined;
  const known = kept.get(deps.releases) ?? new Map<string, Explanation | undefined>();
  kept.set(deps.releases, known);
  const key = `${released.hash} ${JSON.stringify(inputs)}`;
  if (!known.has(key)) {
    if (known.size >= MOST_KEPT) known.clear();
    const tables = readDecisionTables(released.content);
    known.set(
      key,
      withoutSecretRows(
        explainDecision(tables, ROUTING_TABLE, inputs),
        tables.find((table) => table.id === ROUTING_TABLE),
      ),
    );
  }
  return known.get(key);
};

/** Which row of the routing table the engine took, its inputs and the rows that lost, read from the released table. */
export const explainRouting = async (
  deps: Pick<Deps, 'releases'>,
  inputs: Record<string, unknown>,
  result: RoutingResult,
): Promise<Pick<Routing, 'rule' | 'inputs' | 'losers' | 'reason'>> => {
  const explained = await explain(deps, inputs);
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
