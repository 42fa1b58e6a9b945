import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Checked, checkForm, type FieldFault } from '../../../services/forms/check-form.ts';
import { type Form, type FormComponent, fieldsOf, hasConditions, nameOf, type Values } from '../../../services/forms/read-form.ts';
import { type IsTrue, isHidden, seenBy } from '../../../services/forms/visible.ts';

const never: IsTrue = () => false;

/** FEEL is fetched for forms with conditions only; undefined until it is there. */
const useConditions = (form: Form): IsTrue | undefined => {
  const needed = useMemo(() => hasConditions(form), [form]);
  const [isTrue, setIsTrue] = useState<IsTrue>();
  useEffect(() => {
    let gone = false;
    if (needed) void import('../../../services/forms/is-true.ts').then((feel) => !gone && setIsTrue(() => feel.isTrue));
    return () => {
      gone = true;
    };
  }, [needed]);
  return needed ? isTrue : never;
};

/** A decision (property `vorbelegt: nein`) is made each time: what was chosen in an earlier round is not chosen already. */
export const withoutDecisions = (form: Form, data: Values): Values => {
  const fresh = new Set(
    fieldsOf(form.components)
      .filter(({ properties }) => properties?.vorbelegt === 'nein')
      .map(nameOf),
  );
  return Object.fromEntries(Object.entries(data).filter(([name]) => !fresh.has(name)));
};

/** What the form begins with: the draft, else what is known of its fields, else their defaults. */
export const startValues = (form: Form, data: Values, draft: Values | null): Values => {
  const known = draft ?? data;
  return Object.fromEntries(
    fieldsOf(form.components).flatMap((component) => {
      const name = nameOf(component);
      const value = name === undefined ? undefined : (known[name] ?? (draft ? undefined : component.defaultValue));
      return name === undefined || value === undefined || value === null ? [] : [[name, value]];
    }),
  );
};

export type FormState = {
  today: string;
  values: Values;
  context: Values;
  /** Shown once somebody has tried to complete, and then kept up to date; in the form's order. */
  faults: readonly FieldFault[];
  attempt: number;
  ready: boolean;
  change: (name: string, value: unknown) => void;
  hides: (component: FormComponent, context: Values) => boolean;
  /** What the conditions of a list's entry see. */
  inRow: (components: readonly FormComponent[], row: Values) => Values;
  /** Checks everything; false after showing what is wrong. */
  attemptToComplete: () => boolean;
  /** What the server found that the browser did not. */
  showFaults: (faults: readonly FieldFault[]) => void;
};

/** State and check of one form. `onChange` hears of every change, e.g. to keep a draft. */
export const useForm = (
  form: Form,
  start: { values: Values; data: Values; today: string },
  onChange: (values: Values) => void,
): FormState => {
  const [values, setValues] = useState(start.values);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<readonly FieldFault[]>([]);
  const isTrue = useConditions(form);
  const context = useMemo(() => seenBy(form.components, values, start.data, isTrue ?? never), [form, start.data, values, isTrue]);
  const check = (): Checked => checkForm(form, { given: values, data: start.data, today: start.today }, isTrue ?? never);
  const own = attempt > 0 && isTrue ? check().faults : [];
  return {
    today: start.today,
    values,
    context,
    faults: [...own, ...refused.filter((fault) => !own.some((each) => each.field === fault.field))],
    attempt,
    ready: isTrue !== undefined,
    change: (name, value) => {
      const next = { ...values, [name]: value };
      if (value === undefined) delete next[name];
      setValues(next);
      setRefused((faults) => faults.filter(({ field }) => field !== name && !field.startsWith(`${name}[`)));
      onChange(next);
    },
    inRow: (components, row) => seenBy(components, row, context, isTrue ?? never),
    hides: (component, around) => isHidden(component, around, isTrue ?? never),
    attemptToComplete: () => {
      setRefused([]);
      setAttempt(attempt + 1);
      return check().faults.length === 0;
    },
    showFaults: (faults) => {
      setRefused(faults);
      setAttempt(attempt + 1);
    },
  };
};
