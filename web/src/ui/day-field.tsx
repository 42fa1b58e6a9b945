import { useMe } from '../api/me.ts';
import { DayInput } from './day-input.tsx';
import { Field } from './field.tsx';

type Props = {
  id: string;
  label: string;
  hint: string;
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (value: string) => void;
};

/** A day in a short form; `min` and `max`: between which days it can lie. */
export const DayField = ({ id, label, hint, value, min, max, onChange }: Props) => {
  const today = useMe()?.today ?? '';
  return (
    <Field id={id} label={label}>
      <DayInput
        control={{ id, 'aria-describedby': `${id}-hinweis`, 'aria-required': true }}
        name={label}
        value={value}
        range={{ today, min, max }}
        onChange={(next) => onChange(next ?? '')}
      />
      <span id={`${id}-hinweis`} class="field__hint">
        {hint}
      </span>
    </Field>
  );
};
