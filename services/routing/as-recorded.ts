import type { Routing } from '../cases/index.ts';
import type { Deps } from '../engine/contracts.ts';
import { listLatestDecisions } from '../engine/index.ts';
import { readDecisionTables } from '../models/index.ts';
import { routingReason } from './routing-reason.ts';
import { ROUTING_TABLE } from './routing-table.ts';

const asTarget = (output: unknown): Record<string, unknown> =>
  typeof output === 'object' && output !== null ? (output as Record<string, unknown>) : {};

/**
 * The row a case is told it was routed by is the one the engine noted. It is worked out again the moment a case is assigned, which is before that note
 * arrives, by a reading of the cells that is not the engine's; where the two name different rows the engine's counts, and what was said of the rows before it is left out.
 */
export const asRecorded = async (deps: Pick<Deps, 'db' | 'releases'>, caseId: string, routing: Routing | null): Promise<Routing | null> => {
  if (!routing) return null;
  const [evaluation] = await listLatestDecisions(deps.db, { caseIds: [caseId], decisions: [ROUTING_TABLE] });
  const step = evaluation?.steps.at(-1);
  const [rule] = step?.rules ?? [];
  const target = asTarget(step?.output);
  const overruled = target.sachgebiet !== routing.section;
  // The note may still be the one of an assignment before.
  const isOfThis = overruled || (target.rolle === routing.role && (target.prozess ?? '') === routing.process);
  if (!step || rule === undefined || rule === routing.rule || !isOfThis) return routing;
  const release = await deps.releases.findByEngineId(step.engineId);
  const content = release && (await deps.releases.findContent(release.plainId, 'dmn', release.release));
  const row = content && readDecisionTables(content.content).flatMap(({ rules }) => rules.find(({ id }) => id === rule) ?? [])[0];
  const said = routingReason(String(target.sachgebiet ?? ''), rule, row?.annotation ?? '', routing.inputs);
  const reason = overruled ? routing.reason.replace(/Die Tabelle sagt: .*$/s, () => `Die Tabelle sagt: ${said}`) : said;
  return { ...routing, rule, losers: [], reason };
};
