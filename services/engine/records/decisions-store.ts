import type { Database } from '../contracts.ts';

export type EvaluatedInput = { id: string; name: string; value: unknown };
/** One table of an evaluation with the ids of the rows that applied; tables that another needs come before it. */
export type DecisionStep = { plainId: string; engineId: string; inputs: EvaluatedInput[]; rules: string[]; output: unknown };

export type DecisionEvaluation = {
  caseId: string;
  /** The decision that was asked: the last step. */
  decision: string;
  /** Plain id of the process that asked. */
  process: string;
  instanceKey: string;
  elementId: string;
  at: Date;
  steps: DecisionStep[];
};

type Row = Omit<DecisionEvaluation, 'steps'> & { evaluationKey: string } & DecisionStep;

/** Of each of these cases and decisions the latest answer the engine gave, with what it was asked. Failed evaluations are no answers. */
export const listLatestDecisions = async (
  db: Database,
  { caseIds, decisions }: { caseIds: readonly string[]; decisions: readonly string[] },
): Promise<DecisionEvaluation[]> => {
  const { rows } = await db.raw(
    `with evaluations as (
       select evaluation_key, case_id, max(step) as step, max(evaluated_at) as at from engine_decisions
        where case_id = any(?::uuid[]) and failure = '' group by 1, 2
     ), latest as (
       select distinct on (e.case_id, d.plain_id) e.case_id, e.evaluation_key, e.at, d.plain_id as decision, d.process_instance_key, d.element_id
         from evaluations e join engine_decisions d using (evaluation_key, step)
        where d.plain_id = any(?::text[])
        order by e.case_id, d.plain_id, e.at desc, length(e.evaluation_key) desc, e.evaluation_key desc
     )
     select l.case_id as "caseId", l.evaluation_key as "evaluationKey", l.at, l.decision, l.process_instance_key as "instanceKey", l.element_id as "elementId",
            i.plain_id as process, d.plain_id as "plainId", d.engine_id as "engineId", d.inputs,
            jsonb_path_query_array(d.matched_rules, '$[*].id') as rules, d.output
       from latest l join engine_decisions d on d.evaluation_key = l.evaluation_key join engine_instances i on i.process_instance_key = l.process_instance_key
      order by l.case_id, l.decision, d.step`,
    [[...caseIds], [...decisions]],
  );
  const found = new Map<string, DecisionEvaluation>();
  for (const { evaluationKey, plainId, engineId, inputs, rules, output, ...evaluation } of rows as Row[]) {
    const known = found.get(evaluationKey) ?? { ...evaluation, at: new Date(evaluation.at), steps: [] };
    known.steps.push({ plainId, engineId, inputs, rules, output });
    found.set(evaluationKey, known);
  }
  return [...found.values()];
};

/** Open user tasks at elements of a process, whatever its release, within a set of cases. */
export const countOpenAt = async (
  db: Database,
  { plainId, elementIds, cases }: { plainId: string; elementIds: readonly string[]; cases: ReturnType<Database['select']> },
): Promise<Map<string, number>> => {
  const { rows } = await db.raw(
    `select e.element_id as "elementId", count(*)::int as n
       from engine_instances i join engine_elements e on e.process_instance_key = i.process_instance_key
      where i.state = 'active' and i.plain_id = ? and e.element_id = any(?::text[]) and e.state = 'active'
        and i.case_id in ? group by 1`,
    [plainId, [...elementIds], cases],
  );
  return new Map((rows as { elementId: string; n: number }[]).map((row) => [row.elementId, row.n]));
};
