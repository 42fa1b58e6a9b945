import type { Engine } from '../../../services/engine/index.ts';
import { dayDeadline } from '../../../services/platform/calendar.ts';
import type { Inputs } from './measure.ts';
import type { Matter, WhoSomebodyIs } from './swapped-people.ts';

/** Ids of the decisions, and under which the engine knows them. */
export type Tables = Record<string, string>;
type Asked = { inputs: Inputs; matter: Matter; who: WhoSomebodyIs };
type Routed = { sachgebiet: string; team: string; slaTage: number; wirksamesAnliegen?: string };

/** Which worker lays out the inputs of a table; those of intake have one in common, a table of no worker gets all. */
const preparedBy: Record<string, string> = {
  ba: 'ba',
  eskalation: 'eskalation',
  gebuehr: 'gebuehr',
  ausreisefrist: 'ausreisefrist',
  befristung: 'befristung',
};
/** Ask other tables first, or ask nothing of a person. */
const apart = new Set(['routing', 'team', 'prioritaet', 'wirksames_anliegen', 'vier-augen-pflicht']);

const fromADay = Temporal.PlainDate.from('2026-06-08');

/** Every table's answer, as the models ask them one after another, with all that is known of the person within their reach. */
export const decideAll = async (engine: Engine, tables: Tables, { inputs, matter, who }: Asked): Promise<Record<string, unknown>> => {
  const person = { ...matter.person, ...who };
  const ask = async (id: string, more: Record<string, unknown>): Promise<unknown> => {
    const answer = await engine.evaluateDecision(tables[id] ?? id, { ...matter.facts, ...person, person, ...more });
    if (answer === 'not-found' || answer.failure) throw new Error(`${id}: ${answer === 'not-found' ? answer : answer.failure}`);
    return answer.output;
  };
  const intake = { ...inputs.eingang, sicherheitshinweis: false, sicherheitErkenntnis: false, ausweisungsanlass: false };
  const routing = (await ask('routing', intake)) as Routed;
  const team = await ask('team', { ...intake, sachgebiet: routing.sachgebiet, teamVorschlag: routing.team });
  const priority = (await ask('prioritaet', {
    ...intake,
    anliegen: routing.wirksamesAnliegen ?? matter.anliegen,
    prozessSlaTage: routing.slaTage,
  })) as { slaTage: number };
  const answers = {
    routing,
    team,
    prioritaet: { ...priority, due: dayDeadline(fromADay, priority.slaTage).toString() },
  };
  const others = Object.keys(tables).filter((name) => !apart.has(name));
  const found = await Promise.all(others.map((id) => ask(id, inputs[preparedBy[id] ?? ''] ?? intake)));
  return { ...answers, ...Object.fromEntries(others.map((id, index) => [id, found[index]])) };
};
