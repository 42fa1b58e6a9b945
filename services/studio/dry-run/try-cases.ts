import type { Deps } from '../../deps.ts';
import { type DecisionEvaluation, listLatestDecisions } from '../../engine/records/index.ts';
import { type Ask, createAsk } from './ask-tables.ts';
import { type Compared, compareCase } from './compare-case.ts';
import { type OpenCase, selectOpenCases } from './open-cases-store.ts';
import { createTableReader, variablesOf } from './recorded-inputs.ts';
import { type Recorded, replay } from './replay.ts';
import { affectedTasks, columnsOf, type RuleTask, type Side } from './rule-tasks.ts';
import type { Words } from './say-difference.ts';
import { type ChangedCase, limits } from './trial.ts';

export type Sides = { before: Side; after: Side };
export type TriedCases = { changed: ChangedCase[]; failures: Map<string, number>; unfinished: number; truncated: boolean };

type Plan = { affected: RuleTask[]; decisions: string[]; readsMore: boolean };

/** Which answers must be read: of the steps that are affected, and of those whose answers or variables they are told with. */
const planOf = ({ before, after }: Sides): Plan => {
  const affected = affectedTasks(before, after);
  const processes = new Set(affected.map((task) => task.process));
  const around = after.tasks.filter((task) => processes.has(task.process));
  const known = new Set(affected.flatMap((task) => columnsOf(before, task.decision)));
  const readsMore = affected.some((task) => columnsOf(after, task.decision).some((column) => !known.has(column)));
  const wanted = around.filter((task) => readsMore || affected.includes(task) || ['routing', 'team', 'prioritaet'].includes(task.decision));
  return { affected, decisions: [...new Set(wanted.map((task) => task.decision))], readsMore };
};

/** Of one case: the last time it went through each process with an affected step. */
const runsOf = (evaluations: readonly DecisionEvaluation[], affected: readonly RuleTask[]) => {
  const runs: { process: string; evaluations: DecisionEvaluation[] }[] = [];
  for (const process of new Set(affected.map((task) => task.process))) {
    const own = evaluations.filter((each) => each.process === process);
    const elements = new Set(affected.filter((task) => task.process === process).map((task) => task.elementId));
    const last = own.filter((each) => elements.has(each.elementId)).sort((a, b) => b.at.getTime() - a.at.getTime())[0];
    if (last) runs.push({ process, evaluations: own.filter((each) => each.instanceKey === last.instanceKey) });
  }
  return runs;
};

const tryRun = async (
  { process, evaluations }: { process: string; evaluations: DecisionEvaluation[] },
  found: OpenCase,
  sides: Sides,
  { plan, ask, readTable, words }: { plan: Plan; ask: Ask; readTable: ReturnType<typeof createTableReader>; words: Words },
): Promise<Compared> => {
  const recorded = new Map<string, Recorded>();
  for (const evaluation of evaluations) {
    const variables = await variablesOf(evaluation, readTable);
    if (variables) recorded.set(evaluation.elementId, { evaluation, variables });
  }
  const tasks = plan.affected.filter((task) => task.process === process);
  if (!tasks.some((task) => recorded.has(task.elementId)))
    return { said: [], failures: ['Für einige Vorgänge ist nicht aufgezeichnet, was die Tabelle gefragt wurde.'], open: false };
  const formerly = tasks.map(
    (task) => sides.before.tasks.find((each) => each.process === process && each.elementId === task.elementId) ?? task,
  );
  const before = await replay(sides.before, formerly, recorded, found.facts, ask);
  const after = await replay(sides.after, tasks, recorded, found.facts, ask);
  const all = sides.after.tasks.filter((task) => task.process === process);
  return compareCase({ tasks, recorded, before, after, section: found.section }, all, sides, words);
};

type Run = ReturnType<typeof runsOf>[number];

/** What decides over the outcome of a run. An office of twenty thousand cases has some hundred of these. */
const signatureOf = ({ process, evaluations }: Run, { section, facts }: OpenCase, { readsMore }: Plan): string =>
  JSON.stringify([
    process,
    section,
    evaluations.map(({ elementId, at, steps }) => [elementId, at.toISOString().slice(0, 10), steps]),
    readsMore ? facts : null,
  ]);

/** Lays what was asked for each open case before both sides, and tells what would come out otherwise. */
export const tryCases = async (
  deps: Pick<Deps, 'db' | 'trial' | 'releases'>,
  sides: Sides,
  words: Words,
  signal: AbortSignal,
): Promise<TriedCases> => {
  const plan = planOf(sides);
  const result: TriedCases = { changed: [], failures: new Map(), unfinished: 0, truncated: false };
  if (plan.affected.length === 0) return result;
  const tools = { plan, ask: createAsk(deps.trial, signal), readTable: createTableReader(deps.releases), words };
  const known = new Map<string, Promise<Compared>>();
  const compare = (run: Run, found: OpenCase): Promise<Compared> => {
    const signature = signatureOf(run, found, plan);
    const comparing = known.get(signature) ?? tryRun(run, found, sides, tools);
    known.set(signature, comparing);
    return comparing;
  };
  const until = performance.now() + limits.milliseconds;
  const take = (found: OpenCase, { said, failures, open }: Compared): void => {
    if (open) result.unfinished += 1;
    for (const failure of failures) result.failures.set(failure, (result.failures.get(failure) ?? 0) + 1);
    const { caseId, aktenzeichen, section } = found;
    for (const each of said) {
      if (result.changed.length < limits.listed) result.changed.push({ caseId, aktenzeichen, section, ...each });
      else result.truncated = true;
    }
  };
  let after: string | null = null;
  for (let seen = 0; ; ) {
    const cases: OpenCase[] = await selectOpenCases(deps.db, after, limits.batch);
    after = cases.at(-1)?.caseId ?? null;
    const evaluations = await listLatestDecisions(deps.db, { caseIds: cases.map((each) => each.caseId), decisions: plan.decisions });
    const byCase = Map.groupBy(evaluations, (each) => each.caseId);
    const compared = await Promise.all(
      cases.flatMap((found) =>
        runsOf(byCase.get(found.caseId) ?? [], plan.affected).map(async (run) => ({ found, compared: await compare(run, found) })),
      ),
    );
    for (const each of compared) take(each.found, each.compared);
    seen += cases.length;
    if (cases.length < limits.batch) return result;
    // A list that is full gets no longer by looking on.
    const full = result.changed.length >= limits.listed;
    if (full || seen >= limits.cases || performance.now() > until || signal.aborted) return { ...result, truncated: true };
    // Others are served between two batches.
    await new Promise((resolve) => setImmediate(resolve));
  }
};
