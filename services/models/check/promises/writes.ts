import type { Declared, VariableKind } from '../../../engine/define-worker.ts';
import type { FlowNode } from '../../../reading/index.ts';
import { readTokens } from '../feel-tokens.ts';
import { isLiteral } from './feel-reads.ts';
import type { FormPart } from './form-parts.ts';
import type { Decision } from './live-set.ts';
import { anything, contextOf, type Env, merge, nothing, oneOf, unsure, type Value } from './values.ts';
import type { World } from './world.ts';

const flag = oneOf(['true', 'false']);

const quoted = (codes: readonly string[]): string[] => codes.map((code) => JSON.stringify(code));

const declaredValue = (kind: VariableKind | readonly string[]): Value => {
  if (typeof kind !== 'string') return oneOf(quoted(kind));
  return kind === 'flag' ? flag : anything;
};

/** Of a worker, or of a message. */
const declaredValues = (declared: Declared): Map<string, Value> =>
  new Map(Object.entries(declared).map(([name, kind]) => [name, declaredValue(kind)]));

const askedValue = ({ type, codes, required, conditional }: FormPart): Value => {
  const given = type === 'checkbox' ? flag : codes.length > 0 && type !== 'checklist' ? oneOf(quoted(codes)) : anything;
  return type === 'checkbox' ? given : required && !conditional ? given : unsure(given);
};

/** Fields marked for the engine. What the form hides is sent as null. */
const formValues = (parts: readonly FormPart[]): Map<string, Value> =>
  new Map(
    parts
      .filter(({ forEngine, shownOnly, inList }) => forEngine && !shownOnly && inList === null)
      .flatMap((part) => (part.key ? [[part.key, askedValue(part)] as [string, Value]] : [])),
  );

const cellValue = (cell: string): Value => {
  const tokens = readTokens(cell);
  if (tokens.length === 0 || (tokens.length === 1 && tokens[0]?.text === 'null')) return nothing;
  return tokens.length === 1 && isLiteral(tokens[0]) ? oneOf([tokens[0].text]) : anything;
};

/** What a table answers: by column, each with the codes its rows give. One column alone is the answer itself. */
const decisionValue = ({ outputs, rules, literal }: Decision): Value => {
  if (literal !== null || outputs.length === 0) return anything;
  const columns = outputs.map(({ name }, index): [string, Value] => {
    const cells = rules.map((row) => cellValue(row.outputs[index] ?? ''));
    return [name, cells.length === 0 ? anything : cells.reduce(merge)];
  });
  const [only] = columns;
  return columns.length === 1 && only ? only[1] : contextOf(new Map(columns));
};

const decisionValues = new WeakMap<Decision, Value>();

const valueOfDecision = (decision: Decision): Value => {
  const known = decisionValues.get(decision) ?? decisionValue(decision);
  decisionValues.set(decision, known);
  return known;
};

/** What a step writes by itself, before its own mappings; a call writes what its block leaves behind (flow-of-values.ts). */
export const writtenBy = (world: World, node: FlowNode): Env => {
  if (node.type === 'userTask') return formValues(world.forms.get(node.formId ?? '')?.form.parts ?? []);
  if (node.jobType !== null) return declaredValues(world.contract.workers.get(node.jobType)?.output ?? {});
  if (node.message !== null) return declaredValues(world.contract.messages.get(node.message)?.variables ?? {});
  if (node.result === null) return new Map();
  const found = world.decisions.get(node.decision ?? '');
  return new Map([[node.result, found ? valueOfDecision(found.decision) : anything]]);
};
