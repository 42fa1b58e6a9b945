import { takeValue } from '../../../services/forms/check-value.ts';
import { digitsOf, unitOf } from '../../../services/forms/read-form.ts';
import { FieldFrame } from './field-frame.tsx';
import { asText, type FieldProps } from './field-props.ts';
import { NumberInput } from './number-input.tsx';
import { useFormsTexts } from './words.ts';

const types = { email: 'email', phone: 'tel', custom: 'text' } as const;

export const TextField = (props: FieldProps) => {
  const { component, value, onChange } = props;
  const { maxLength, validationType } = component.validate ?? {};
  return (
    <FieldFrame {...props}>
      {(control) => (
        <input
          {...control}
          class={maxLength !== undefined && maxLength <= 30 ? 'form-short' : ''}
          type={types[validationType ?? 'custom']}
          value={asText(value)}
          autoComplete="off"
          onInput={(event) => onChange(event.currentTarget.value)}
          onBlur={() => onChange(takeValue(component, asText(value)))}
        />
      )}
    </FieldFrame>
  );
};

/** From here on the room that is left is said. */
const NEARLY_FULL = 0.8;

/** Grows with what is written; longer than allowed may be typed and is named, because cutting off would lose words. */
export const TextArea = (props: FieldProps) => {
  const t = useFormsTexts();
  const { component, value, onChange } = props;
  const text = asText(value);
  const most = component.validate?.maxLength;
  const left = most === undefined ? undefined : most - text.length;
  return (
    <FieldFrame
      {...props}
      after={
        most !== undefined &&
        left !== undefined &&
        text.length > most * NEARLY_FULL && (
          <span class={`form-room${left < 0 ? ' form-room--over' : ''}`}>{left < 0 ? t.tooLong(-left) : t.left(left)}</span>
        )
      }
    >
      {(control) => (
        <textarea
          {...control}
          class="form-area"
          rows={(most ?? 0) > 500 ? 4 : 3}
          value={text}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
};

export const NumberField = (props: FieldProps) => {
  const { component, value, onChange } = props;
  const { min, max } = component.validate ?? {};
  return (
    <FieldFrame {...props}>
      {(control) => (
        <NumberInput
          control={control}
          value={value}
          digits={digitsOf(component)}
          unit={unitOf(component)}
          range={{ min, max }}
          onChange={onChange}
        />
      )}
    </FieldFrame>
  );
};
