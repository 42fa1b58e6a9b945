import { readXml, walk } from '../reading/index.ts';
import { type Described, describeFile, kindOf } from './describe-file.ts';

type Text = { path: string; content: string };

const MOST_KEPT = 500;
const kept = new Map<string, { formId: string; step: string }[]>();

const readSteps = (content: string): { formId: string; step: string }[] =>
  [...walk(readXml(content))].flatMap((element) => {
    const step = element.attributes.name?.replace(/\s+/g, ' ').trim();
    const form = [...walk(element)].find(({ name }) => name === 'formDefinition')?.attributes.formId;
    return element.name === 'userTask' && step && form ? [{ formId: form, step }] : [];
  });

/** Named steps of a model with the form each of them shows; none in what cannot be read. Texts are read once. */
const stepsIn = (content: string): { formId: string; step: string }[] => {
  const known = kept.get(content);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  let steps: { formId: string; step: string }[] = [];
  try {
    steps = readSteps(content);
  } catch {
    // A draft that is being written has no steps yet.
  }
  kept.set(content, steps);
  return steps;
};

/**
 * What files are called in words, among all the models that somebody knows: a form that has no title of its own by the steps that show it, because
 * people know it as their task.
 */
export const nameFiles = (known: readonly Text[]): ((path: string, content: string) => Described) => {
  const steps = known.filter(({ path }) => kindOf(path) === 'bpmn').flatMap(({ content }) => stepsIn(content));
  return (path, content) => {
    const described = describeFile(path, content);
    if (described.kind !== 'form' || described.name !== described.plainId) return described;
    const shown = new Set(steps.filter(({ formId }) => formId === described.plainId).map(({ step }) => step));
    return { ...described, name: [...shown].join(' / ') || described.name };
  };
};
