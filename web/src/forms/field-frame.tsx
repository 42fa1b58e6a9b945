import type { ComponentChildren } from 'preact';
import { faultBeside } from '../../../services/forms/check-form.ts';
import { labelOf } from '../../../services/forms/read-form.ts';
import { type FieldProps, idOf } from './field-props.ts';
import { useFormsTexts } from './words.ts';

type Props = Pick<FieldProps, 'component' | 'path' | 'around'> & {
  hint?: string;
  /** After the control: how much room is left. */
  after?: ComponentChildren;
  children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
    'aria-required': boolean;
  }) => ComponentChildren;
};

/** The name of a field, said to be free to leave empty where it is. */
export const FieldLabel = ({ component }: Pick<FieldProps, 'component'>) => {
  const t = useFormsTexts();
  return (
    <>
      <span lang="de">{labelOf(component)}</span>
      {!component.validate?.required && component.type !== 'checkbox' && <span class="form-optional"> – {t.optional}</span>}
    </>
  );
};

/** Description and fault of a field, and the ids by which the control names them. */
export const useNotes = ({ component, path, around }: Pick<FieldProps, 'component' | 'path' | 'around'>, hint?: string) => {
  const id = idOf(path);
  const fault = around.faults.get(path);
  const notes = [component.description ? `${id}-hilfe` : '', hint ? `${id}-form` : '', fault ? `${id}-fehler` : ''].filter(Boolean);
  return {
    id,
    fault,
    describedBy: notes.length > 0 ? notes.join(' ') : undefined,
    description: component.description ? (
      <span id={`${id}-hilfe`} class="field__hint" lang="de">
        {component.description}
      </span>
    ) : null,
    hintLine: hint ? (
      <span id={`${id}-form`} class="field__hint">
        {hint}
      </span>
    ) : null,
    faultLine: fault ? (
      <span id={`${id}-fehler`} class="field__fault" lang="de">
        {faultBeside(component, fault)}
      </span>
    ) : null,
  };
};

/** Label, description, control and fault of a field with one control. */
export const FieldFrame = ({ component, path, around, hint, after, children }: Props) => {
  const { id, fault, describedBy, description, hintLine, faultLine } = useNotes({ component, path, around }, hint);
  return (
    <div class="form-field">
      <label class="field__label" for={id}>
        <FieldLabel component={component} />
      </label>
      {description}
      {hintLine}
      {faultLine}
      {children({
        id,
        'aria-describedby': describedBy,
        'aria-invalid': fault !== undefined,
        'aria-required': component.validate?.required === true,
      })}
      {after}
    </div>
  );
};
