import { nameOf } from '../../../services/forms/read-form.ts';
import { FieldFrame, FieldLabel, useNotes } from './field-frame.tsx';
import { asText, type FieldProps, optionsOf } from './field-props.ts';
import { useFormsTexts } from './words.ts';

export const SelectField = (props: FieldProps) => {
  const t = useFormsTexts();
  const { component, value, onChange, around } = props;
  return (
    <FieldFrame {...props}>
      {(control) => (
        <select
          {...control}
          class="form-select"
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        >
          <option value="">{t.choose}</option>
          {optionsOf(component, around.context).map((option) => (
            <option key={option.value} value={option.value} lang="de">
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
};

type ChoiceProps = FieldProps & {
  kind: 'radio' | 'checkbox';
  isChosen: (value: string) => boolean;
  choose: (value: string, on: boolean) => void;
};

/** Several boxes or buttons under one name. The first carries the field's id, so that a link in the summary leads to it. */
const Choices = ({ kind, isChosen, choose, ...props }: ChoiceProps) => {
  const { component, path, around } = props;
  const { id, fault, describedBy, description, faultLine } = useNotes(props);
  const options = optionsOf(component, around.context);
  const noteOf = (value: string): string | undefined => around.notes[`${nameOf(component)}.${value}`];
  const noted = options.some(({ value }) => noteOf(value));
  return (
    <fieldset
      class={`form-field form-choices${fault ? ' form-choices--faulty' : ''}${noted ? ' form-choices--cards' : ''}`}
      aria-describedby={describedBy}
    >
      <legend class="field__label">
        <FieldLabel component={component} />
      </legend>
      {description}
      {faultLine}
      {options.map((option, index) => {
        const note = noteOf(option.value);
        const noteId = `${id}-${index}-folge`;
        const tick = (
          <label key={option.value} class="tick form-choice">
            <input
              id={index === 0 ? id : `${id}-${index}`}
              type={kind}
              name={path}
              checked={isChosen(option.value)}
              aria-invalid={kind === 'radio' ? undefined : fault !== undefined}
              aria-describedby={note ? noteId : undefined}
              required={kind === 'radio' && component.validate?.required === true}
              onChange={(event) => choose(option.value, event.currentTarget.checked)}
            />
            <span lang="de">{option.label}</span>
          </label>
        );
        if (!noted) return tick;
        return (
          <div key={option.value} class="form-card">
            {tick}
            <span id={noteId} class="form-card__note">
              {note}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
};

export const RadioField = (props: FieldProps) => (
  <Choices {...props} kind="radio" isChosen={(value) => props.value === value} choose={(value) => props.onChange(value)} />
);

export const ChecklistField = (props: FieldProps) => {
  const chosen = Array.isArray(props.value) ? props.value.map(String) : [];
  const order = optionsOf(props.component, props.around.context).map((option) => option.value);
  const choose = (value: string, on: boolean): void => {
    const next = new Set(on ? [...chosen, value] : chosen.filter((each) => each !== value));
    props.onChange(order.filter((each) => next.has(each)));
  };
  return <Choices {...props} kind="checkbox" isChosen={(value) => chosen.includes(value)} choose={choose} />;
};

export const CheckboxField = (props: FieldProps) => {
  const { component, value, onChange } = props;
  const { id, fault, describedBy, description, faultLine } = useNotes(props);
  return (
    <div class={`form-field form-choices${fault ? ' form-choices--faulty' : ''}`}>
      {faultLine}
      <label class="tick form-choice">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          aria-invalid={fault !== undefined}
          aria-describedby={describedBy}
          aria-required={component.validate?.required === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          <FieldLabel component={component} />
        </span>
      </label>
      {description}
    </div>
  );
};
