import type { Trial } from '../../engine/index.ts';
import { hashText, type Kind } from '../../engine/releases/index.ts';
import { sayFeelFault, sayProcessFaults, sayTableFault } from './engine-words.ts';
import { type Expression, listExpressions } from './expressions.ts';
import type { Finding } from './finding.ts';

const feelFault = ({ text, elementId, where }: Expression, failure: string): Finding => ({
  severity: 'error',
  elementId,
  rule: 'feel-syntax',
  message: `${where}: ${sayFeelFault(text, failure)}`,
});

const parseAll = async (trial: Trial, expressions: readonly Expression[]): Promise<Finding[]> => {
  const faults = await trial.parse(expressions.map(({ text, unary }) => ({ text, unary })));
  return expressions.flatMap((expression, index) => (faults[index] ? [feelFault(expression, faults[index])] : []));
};

const tryOne = async (trial: Trial, kind: Kind, content: string): Promise<Finding[]> => {
  const expressions = listExpressions(kind, content);
  const found = await parseAll(trial, expressions);
  const told = new Set(found.map(({ elementId }) => elementId));
  if (kind === 'bpmn') {
    const faults = sayProcessFaults(await trial.validate('entwurf.bpmn', content));
    // Where an expression cannot be read its place has been told already.
    const more = faults.filter(({ elementId }) => elementId === '' || !told.has(elementId));
    return [...found, ...more.map((fault): Finding => ({ severity: 'error', rule: 'engine', ...fault }))];
  }
  if (kind === 'form' || found.length > 0) return found;
  const failure = await trial.readTable(content);
  return failure ? [{ severity: 'error', elementId: '', rule: 'engine', message: sayTableFault(failure) }] : [];
};

const MOST_KEPT = 500;
const kept = new WeakMap<Trial, Map<string, Promise<Finding[]>>>();

/**
 * What the engine itself would say about one file at its deployment, asked outside of the engine (services/engine/trial): each expression by its parser, a process by its
 * validator, a table by its decision engine. A text is asked once. Throws Unavailable where drafts cannot be tried.
 */
export const tryModel = (trial: Trial, kind: Kind, content: string): Promise<Finding[]> => {
  const known = kept.get(trial) ?? new Map<string, Promise<Finding[]>>();
  kept.set(trial, known);
  const key = `${kind} ${hashText(content)}`;
  const found = known.get(key) ?? tryOne(trial, kind, content);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, found);
  // What failed is tried again the next time.
  found.catch(() => known.delete(key));
  return found;
};
