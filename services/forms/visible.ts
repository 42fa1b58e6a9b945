import { type FormComponent, fieldsOf, nameOf, type Values } from './read-form.ts';

/** Whether a FEEL expression comes out true. Handed in, so that a browser loads FEEL for forms with conditions only. */
export type IsTrue = (expression: string, context: Values) => boolean;

export const isHidden = (component: FormComponent, context: Values, isTrue: IsTrue): boolean => {
  const condition = component.conditional?.hide;
  return condition ? isTrue(condition.replace(/^=/, ''), context) : false;
};

/** Groups hide all they hold, so they are walked, not unfolded. */
export const visibleFields = (components: readonly FormComponent[], context: Values, isTrue: IsTrue): FormComponent[] =>
  components.flatMap((component) => {
    if (isHidden(component, context, isTrue)) return [];
    if (component.type === 'group') return visibleFields(component.components ?? [], context, isTrue);
    return nameOf(component) === undefined ? [] : [component];
  });

/** Whether what is in the field comes from the person, not only from what is known. */
export const isAsked = (component: FormComponent): boolean => !component.disabled && !component.readonly;

/**
 * What conditions, texts and options may speak of: what is known, and of the form's own questions the answers that show. An answer whose question is
 * hidden again neither counts nor steers others, whatever an earlier round has left in the case: along a chain each step hides the next, so it is
 * worked out until nothing changes. A condition that goes round in a circle ends after as many steps as there are questions, on both sides alike.
 */
export const seenBy = (components: readonly FormComponent[], given: Values, known: Values, isTrue: IsTrue): Values => {
  const asked = fieldsOf(components).filter(isAsked);
  const names = new Set(asked.map(nameOf));
  const beside = Object.fromEntries(Object.entries(known).filter(([name]) => !names.has(name)));
  let answers = Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)));
  for (let step = 0; step <= asked.length; step += 1) {
    const shown = new Set(visibleFields(components, { ...beside, ...answers }, isTrue).map(nameOf));
    const next = Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name) && shown.has(name)));
    const same = Object.keys(next).length === Object.keys(answers).length && Object.keys(next).every((name) => name in answers);
    answers = next;
    if (same) break;
  }
  return { ...beside, ...answers };
};
