import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { type Explanation, explainDecision } from '../models/index.ts';
import { circleGroup } from '../office/index.ts';
import { Unavailable } from '../platform/errors.ts';
import { readDecisionTables } from '../reading/index.ts';
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

/** `laeuft`: it is being worked out, and a moment later it is there. `nicht-moeglich`: it cannot be asked here, or costs too much. */
export type ExplanationState = 'laeuft' | 'fertig' | 'nicht-moeglich';
export type Explained = { state: ExplanationState; found?: Explanation | undefined };

type Table = { hash: string; content: string };

/** Whoever opens a case waits no longer for it; a program that runs already answers in a few milliseconds, one that must be started takes seconds. */
const WAIT_MS = 250;
/** What could not be asked is not asked again by everybody who opens a case. */
const ASK_AGAIN_MS = 60_000;
/** A few hundred combinations of inputs are all an office has. */
const MOST_KEPT = 2_000;
const kept = new WeakMap<Deps['trial'], Map<string, Promise<Explained>>>();

const roleIn = (outputs: unknown): unknown => (outputs as { rolle?: unknown } | null)?.rolle;

/** Rows that lead into the security circle are no part of an ordinary case's story: their inputs would tell what that circle works on. */
const withoutSecretRows = (explained: Explanation | undefined, content: string): Explanation | undefined => {
  if (!explained || roleIn(explained.outputs) === circleGroup) return explained;
  const table = readDecisionTables(content).find((each) => each.id === ROUTING_TABLE);
  const role = table?.outputs.findIndex((output) => output.name === 'rolle') ?? -1;
  const secret = new Set(table?.rules.filter((rule) => rule.outputs[role] === `"${circleGroup}"`).map((rule) => rule.id));
  return { ...explained, losers: explained.losers.filter((loser) => !secret.has(loser.rule)) };
};

const work = async (
  { trial, log }: Pick<Deps, 'trial' | 'log'>,
  { content }: Table,
  variables: Record<string, unknown>,
): Promise<Explained> => {
  try {
    const explained = await explainDecision(trial, { content, decision: ROUTING_TABLE, variables });
    return { state: 'fertig', found: withoutSecretRows(explained, content) };
  } catch (error) {
    // Missing is no fault; whatever else it is, the file is shown all the same.
    if (!(error instanceof Unavailable)) log.warn({ err: error }, 'routing: the rows could not be worked out again');
    return { state: 'nicht-moeglich' };
  }
};

/** Which row of the routing table applies to these inputs and why the rows before it do not. It is worked out once, and goes on when nobody waits any more. */
export const explainRouting = async (
  deps: Pick<Deps, 'trial' | 'log'>,
  table: Table,
  inputs: Record<string, unknown>,
): Promise<Explained> => {
  const known = kept.get(deps.trial) ?? new Map<string, Promise<Explained>>();
  kept.set(deps.trial, known);
  if (known.size >= MOST_KEPT) known.clear();
  const key = `${table.hash} ${JSON.stringify(inputs)}`;
  const asked = known.get(key) ?? work(deps, table, inputs);
  known.set(key, asked);
  void asked.then(({ state }) => state === 'nicht-moeglich' && setTimeout(() => known.delete(key), ASK_AGAIN_MS).unref());
  return Promise.race([asked, pause(WAIT_MS, { state: 'laeuft' } as const, { ref: false })]);
};
