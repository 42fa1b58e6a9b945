import type { DecisionEvaluation, DecisionStep } from '../../engine/records/index.ts';
import type { Releases } from '../../engine/releases/index.ts';
import { type DecisionTable, readDecisionTables } from '../../reading/index.ts';

export type Variables = Record<string, unknown>;

const path = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

const put = (variables: Variables, names: readonly string[], value: unknown): void => {
  const [first = '', ...rest] = names;
  if (rest.length === 0) {
    variables[first] = value;
    return;
  }
  const inner = typeof variables[first] === 'object' && variables[first] !== null ? (variables[first] as Variables) : {};
  variables[first] = inner;
  put(inner, rest, value);
};

/** Reads the table a step was answered by, of whatever release, and keeps it. */
export const createTableReader = (releases: Pick<Releases, 'findByEngineId' | 'findContent'>) => {
  const known = new Map<string, Promise<DecisionTable | undefined>>();
  const read = async ({ plainId, engineId }: DecisionStep): Promise<DecisionTable | undefined> => {
    const release = await releases.findByEngineId(engineId);
    const content = release && (await releases.findContent(release.plainId, 'dmn', release.release));
    return content && readDecisionTables(content.content).find((table) => table.id === plainId);
  };
  return (step: DecisionStep): Promise<DecisionTable | undefined> => {
    const found = known.get(step.engineId) ?? read(step);
    known.set(step.engineId, found);
    return found;
  };
};
export type TableReader = ReturnType<typeof createTableReader>;

/**
 * The engine notes what each column saw, in their order; the table of that release says which variable that was. What a needed table has answered is no
 * input: it is worked out anew. Undefined if the table is not known any more, or a column worked something out.
 */
export const variablesOf = async (evaluation: DecisionEvaluation, readTable: TableReader): Promise<Variables | undefined> => {
  const variables: Variables = {};
  for (const step of evaluation.steps) {
    const table = await readTable(step);
    if (!table || table.inputs.length !== step.inputs.length) return undefined;
    const needed = new Set(table.requires.map((need) => need.variable));
    for (const [index, { expression }] of table.inputs.entries()) {
      if (needed.has(expression)) continue;
      if (!path.test(expression)) return undefined;
      put(variables, expression.split('.'), step.inputs[index]?.value);
    }
  }
  return variables;
};
