import Joi from 'joi';
import type { Deps } from '../deps.ts';
import { type Form, type FormComponent, fieldsOf, nameOf, valueFault } from '../forms/index.ts';
import { Invalid } from '../platform/errors.ts';
import { codesOfTables, decisionFacts } from './decision-facts.ts';

type Fault = { field: string; message: string };

/** Every field of a released form, by its name; forms share names, and then any of them may take the value. */
const fieldsByName = async ({ releases }: Pick<Deps, 'releases'>): Promise<Map<string, FormComponent[]>> => {
  const found = new Map<string, FormComponent[]>();
  for (const { plainId } of await releases.list({ kind: 'form', currentOnly: true })) {
    const form = await releases.findContent(plainId, 'form');
    for (const field of form ? fieldsOf((JSON.parse(form.content) as Form).components) : []) {
      const name = nameOf(field) ?? '';
      found.set(name, [...(found.get(name) ?? []), field]);
    }
  }
  return found;
};

/** A list of rows is checked whole by the step that asks for it; here only that it is one. */
const rows = Joi.array().items(Joi.object().unknown()).max(100);

const faultOf = (fields: readonly FormComponent[] | undefined, value: unknown, today: string): string | undefined => {
  if (!fields) return 'dieses Feld gibt es nicht';
  const faults = fields.map((field) =>
    field.type === 'dynamiclist' ? rows.validate(value).error?.message : valueFault(field, value, today),
  );
  return faults.includes(undefined) ? undefined : 'diese Angabe passt nicht';
};

/**
 * Facts given at intake: the decision inputs, and any field of a released form, each with a value that its form would take: a code of its
 * list, a number, a day. Some become variables of the engine, which never holds what people write. Everything else is refused by name, all
 * at once.
 */
export const checkFacts = async (
  deps: Pick<Deps, 'releases' | 'clock'>,
  facts: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const own = Object.fromEntries(Object.entries(facts).filter(([name]) => Object.hasOwn(decisionFacts, name)));
  const others = Object.entries(facts).filter(([name]) => !Object.hasOwn(decisionFacts, name));
  const { value, error } = Joi.object(decisionFacts).validate(own, { abortEarly: false, convert: false });
  const faults: Fault[] = (error?.details ?? []).map((detail) => ({
    field: `facts.${detail.path.join('.')}`,
    message: 'diese Angabe passt nicht',
  }));
  const fields = others.length > 0 ? await fieldsByName(deps) : new Map<string, FormComponent[]>();
  const today = deps.clock.today().toString();
  for (const [name, given] of others) {
    const message = codesOfTables.get(name)?.includes(given) ? undefined : faultOf(fields.get(name), given, today);
    if (message) faults.push({ field: `facts.${name}`, message });
  }
  if (faults.length > 0) throw new Invalid('Bitte prüfen Sie die Angaben.', faults);
  return { ...Object.fromEntries(others), ...(value as Record<string, unknown>) };
};
