import { evaluate } from 'feelin';
import { canonical } from '../../engine/index.ts';
import type { DecisionEvaluation } from '../../engine/records/index.ts';
import type { Answer, Ask } from './ask-tables.ts';
import type { Variables } from './recorded-inputs.ts';
import { columnsOf, type RuleTask, reads, type Side } from './rule-tasks.ts';

/** What a step was asked the last time, and by which engine id it was answered. */
export type Recorded = { evaluation: DecisionEvaluation; variables: Variables };

/** What a step answers on one side, by its element. */
export type Replayed = Map<string, Answer>;

const outputOf = ({ evaluation }: Recorded): unknown => evaluation.steps.at(-1)?.output ?? null;
const engineIdOf = ({ evaluation }: Recorded): string => evaluation.steps.at(-1)?.engineId ?? '';

const read = (expression: string, context: Variables): unknown => {
  const plain = expression.trim();
  if (!plain.startsWith('=')) return plain;
  try {
    return evaluate(plain.slice(1), context).value ?? null;
  } catch {
    return null;
  }
};

/** Variables the step would be asked with, if the steps before it had answered `results`. */
const askedWith = (side: Side, task: RuleTask, recorded: Variables, context: Variables, results: Variables): Variables => {
  const names = new Set(Object.keys(results));
  const mapped = task.inputs.filter((input) => reads(side, { ...task, inputs: [input], decision: '' }, names));
  const all = { ...context, ...recorded, ...results };
  const read0 = Object.fromEntries(mapped.map(({ source, target }) => [target, read(source, all)]));
  // Columns may read a result directly.
  const direct = Object.fromEntries(
    Object.entries(results).filter(([name]) => columnsOf(side, task.decision).some((each) => each.split('.')[0] === name)),
  );
  return { ...recorded, ...direct, ...read0 };
};

/**
 * Goes through the steps of one process of one case again, as one side would answer them. Steps that are not affected keep the answer on record;
 * the same holds where the very same table was asked the very same question.
 */
export const replay = async (
  side: Side,
  tasks: readonly RuleTask[],
  recorded: ReadonlyMap<string, Recorded>,
  facts: Variables,
  ask: Ask,
): Promise<Replayed> => {
  const answers: Replayed = new Map();
  const results: Variables = {};
  const context: Variables = { ...facts };
  for (const { variables } of recorded.values()) for (const [name, value] of Object.entries(variables)) context[name] ??= value;
  for (const task of tasks) {
    const known = recorded.get(task.elementId);
    if (!known) continue;
    const variables = askedWith(side, task, known.variables, context, results);
    // A column that is new reads what the process knew; where nobody has noted that, it sees nothing.
    for (const column of columnsOf(side, task.decision)) {
      const [name = ''] = column.split('.');
      if (!(name in variables)) variables[name] = context[name] ?? null;
    }
    const engineId = side.engineIds.get(task.decision) ?? '';
    const same = engineId === engineIdOf(known) && canonical(variables) === canonical(known.variables);
    const answer: Answer = same ? { kind: 'answer', output: outputOf(known) } : await ask(side.texts.get(task.decision), variables);
    answers.set(task.elementId, answer);
    if (answer.kind !== 'answer') break;
    results[task.result] = answer.output;
  }
  return answers;
};
