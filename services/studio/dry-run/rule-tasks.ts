import type { ModelFile, ResolvedPart } from '../../engine/releases/index.ts';
import { type DecisionTable, readDecisionTables, readXml, walk, type XmlElement } from '../../reading/index.ts';
import { kindOf } from '../describe-file.ts';
import type { Asked } from './ask-tables.ts';

/** A step that asks a table. Inputs mapped at the step go before the variables of the process. */
export type RuleTask = {
  process: string;
  elementId: string;
  decision: string;
  result: string;
  inputs: { source: string; target: string }[];
};

/** One side of the comparison: the steps, tables, engine ids and texts of a whole set of files; the last three by decision. */
export type Side = { tasks: RuleTask[]; tables: Map<string, DecisionTable>; engineIds: Map<string, string>; texts: Map<string, Asked> };

const find = (element: XmlElement, name: string): XmlElement[] => [...walk(element)].filter((each) => each.name === name);

const tasksIn = (part: ResolvedPart): RuleTask[] =>
  find(readXml(part.content), 'businessRuleTask').flatMap((task) => {
    const called = find(task, 'calledDecision')[0]?.attributes;
    if (!called?.decisionId) return [];
    const inputs = find(task, 'input').map(({ attributes }) => ({ source: attributes.source ?? '', target: attributes.target ?? '' }));
    return [
      {
        process: part.plainId,
        elementId: task.attributes.id ?? '',
        decision: called.decisionId,
        result: called.resultVariable ?? '',
        inputs,
      },
    ];
  });

/** `parts` are those of the files; where a set has faults it may have fewer. */
export const readSide = (files: readonly ModelFile[], parts: readonly ResolvedPart[]): Side => {
  const tables = files.filter(({ path }) => kindOf(path) === 'dmn').flatMap(({ content }) => readTables(content));
  return {
    tasks: parts.filter(({ kind }) => kind === 'bpmn').flatMap(tasksIn),
    tables: new Map(tables.map((table) => [table.id, table])),
    engineIds: new Map(parts.flatMap((part) => Object.entries(part.decisionEngineIds))),
    texts: new Map(parts.flatMap(({ content, decisionIds }) => decisionIds.map((decision) => [decision, { content, decision }] as const))),
  };
};

const readTables = (content: string): DecisionTable[] => {
  try {
    return readDecisionTables(content);
  } catch {
    return [];
  }
};

const patterns = new Map<string, RegExp>();

const mentions = (expression: string, variable: string): boolean => {
  if (variable === '') return false;
  const pattern = patterns.get(variable) ?? new RegExp(`(?<![\\w.])${variable.replaceAll(/[^\w]/g, '')}(?!\\w)`);
  patterns.set(variable, pattern);
  return pattern.test(expression);
};

const columnsIn = new WeakMap<Side, Map<string, string[]>>();

/** The columns of a decision and of all it needs; asked for every case, so worked out once. */
export const columnsOf = (side: Side, decision: string): string[] => {
  const known = columnsIn.get(side) ?? new Map<string, string[]>();
  columnsIn.set(side, known);
  const columns = known.get(decision) ?? readColumns(side.tables, decision, new Set());
  known.set(decision, columns);
  return columns;
};

const readColumns = (tables: Side['tables'], decision: string, seen: Set<string>): string[] => {
  const table = tables.get(decision);
  if (!table || seen.has(decision)) return [];
  seen.add(decision);
  const needed = new Set(table.requires.map((need) => need.variable));
  return [
    ...table.inputs.map((input) => input.expression).filter((expression) => !needed.has(expression)),
    ...table.requires.flatMap((need) => readColumns(tables, need.decision, seen)),
  ];
};

/** Whether a step reads the result of another, by its mapping or by a column. */
export const reads = (side: Side, task: RuleTask, results: ReadonlySet<string>): boolean =>
  [...task.inputs.map((input) => input.source), ...columnsOf(side, task.decision)].some((expression) =>
    [...results].some((result) => mentions(expression, result)),
  );

/**
 * Steps whose answer may differ between the two sides: their table is another, they are asked in another way, or they read what such a step answers.
 * Steps stand in the order of the file, which is the order they are reached in.
 */
export const affectedTasks = (before: Side, after: Side): RuleTask[] => {
  const changedResults = new Map<string, Set<string>>();
  const former = new Map(before.tasks.map((task) => [`${task.process} ${task.elementId}`, task]));
  return after.tasks.filter((task) => {
    const old = former.get(`${task.process} ${task.elementId}`);
    if (!old) return false;
    const results = changedResults.get(task.process) ?? new Set<string>();
    changedResults.set(task.process, results);
    const differs =
      before.engineIds.get(old.decision) !== after.engineIds.get(task.decision) ||
      JSON.stringify(old.inputs) !== JSON.stringify(task.inputs);
    if (!differs && !reads(after, task, results)) return false;
    results.add(task.result);
    return true;
  });
};
