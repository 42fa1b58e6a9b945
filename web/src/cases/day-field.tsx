import { DayInput } from '../forms/day-input.tsx';
import { useDays } from './use-days.ts';

type Props = { id: string; label: string; hint: string; value: string; onChange: (value: string) => void };

/** A day in a short form; below it stands the weekday as soon as there is one. */
export const DayField = ({ id, label, hint, value, onChange }: Props) => {
  const { weekday } = useDays();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <DayInput
        control={{ id, 'aria-describedby': `${id}-hinweis`, 'aria-required': true }}
        name={label}
        value={value}
        onChange={(next) => onChange(next ?? '')}
      />
      <span id={`${id}-hinweis`} class="field__hint">
        {weekday(value) || hint}
      </span>
    </div>
  );
};
