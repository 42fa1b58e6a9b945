import type { Routing } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { listLatestDecisions } from '../engine/records/index.ts';
import type { Loser } from '../models/index.ts';
import { readDecisionTables } from '../reading/index.ts';
import type { Routing as WhyHere } from './answers.ts';
import { type Explained, explainRouting } from './explain-routing.ts';
import { overruledBy, routingReason } from './routing-reason.ts';
import { ROUTING_TABLE } from './routing-table.ts';

type WhyDeps = Pick<Deps, 'db' | 'releases' | 'trial' | 'log'>;

type Target = { sachgebiet?: unknown; rolle?: unknown; prozess?: unknown };
type Table = { hash: string; content: string };
type Noted = { rule: string; target: Target; table: Table | undefined };

const asTarget = (output: unknown): Target => (typeof output === 'object' && output !== null ? (output as Target) : {});

/** Whether a table's answer is the one this assignment came from: notes may be of one before, and tables are edited. */
const leadsHere = (target: Target, routing: Routing): boolean =>
  overruledBy(routing.reason) !== undefined || (target.sachgebiet === routing.section && target.rolle === routing.role);

/** What the engine noted when it decided; its records are some moments behind. */
const findNoted = async ({ db, releases }: WhyDeps, caseId: string, routing: Routing): Promise<Noted | undefined> => {
  const [evaluation] = await listLatestDecisions(db, { caseIds: [caseId], decisions: [ROUTING_TABLE] });
  const step = evaluation?.steps.at(-1);
  const [rule] = step?.rules ?? [];
  const target = asTarget(step?.output);
  const isOfThis = leadsHere(target, routing) && (overruledBy(routing.reason) !== undefined || (target.prozess ?? '') === routing.process);
  if (!step || rule === undefined || !isOfThis) return undefined;
  const release = await releases.findByEngineId(step.engineId);
  return { rule, target, table: release && (await releases.findContent(release.plainId, 'dmn', release.release)) };
};

const annotationOf = ({ content }: Table, rule: string): string =>
  readDecisionTables(content).flatMap(({ rules }) => rules.find(({ id }) => id === rule) ?? [])[0]?.annotation ?? '';

/** Nothing is said of the rows before it unless both words name the same row. */
const losersOf = ({ found }: Explained, rule: string): Loser[] => (found?.rule.id === rule ? found.losers : []);

/**
 * Why the case is where it is. The row it names is the engine's: from its note, and until that has come from its own reading of the table (services/engine/trial), which
 * also says why the rows before it did not match.
 */
export const whyHere = async (deps: WhyDeps, caseId: string, routing: Routing | null): Promise<WhyHere | null> => {
  if (!routing) return null;
  const { section, team, role, process, inputs, reason } = routing;
  const noted = await findNoted(deps, caseId, routing);
  const table = noted?.table ?? (await deps.releases.findContent(ROUTING_TABLE, 'dmn'));
  const explained: Explained = table ? await explainRouting(deps, table, inputs) : { state: 'nicht-moeglich' };
  const worked = explained.found && leadsHere(asTarget(explained.found.outputs), routing) ? explained.found : undefined;
  const rule = noted?.rule ?? worked?.rule.id ?? '';
  const target = noted?.target ?? asTarget(worked?.outputs);
  const because = worked?.rule.id === rule ? worked.rule.annotation : rule && table ? annotationOf(table, rule) : '';
  const said = routingReason(rule ? String(target.sachgebiet) : section, rule, because, inputs);
  return {
    ...{ section, team, role, process, rule },
    inputs: worked?.inputs ?? inputs,
    losers: losersOf(explained, rule),
    reason: rule === '' ? reason : (overruledBy(reason)?.(said) ?? said),
    explanation: explained.state,
  };
};
