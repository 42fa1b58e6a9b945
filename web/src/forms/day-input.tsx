import { useEffect, useRef, useState } from 'preact/hooks';
import { isDate } from '../../../services/forms/check-value.ts';
import './day-input.css';
import { readDate, showDate } from './read-date.ts';
import { useFormsTexts } from './use-forms-texts.ts';

type Props = {
  /** Attributes of the text field: its id and what describes it. */
  control: {
    id: string;
    'aria-describedby'?: string | undefined;
    'aria-invalid'?: boolean;
    'aria-required'?: boolean;
  };
  /** What the day is for, as the button of the calendar says it. */
  name: string;
  /** JJJJ-MM-TT; anything else is what was typed so far. */
  value: string;
  onChange: (value: string | undefined) => void;
};

/**
 * A day as text, TT.MM.JJJJ, because a native date field follows the browser's language and shows mm/dd in a German form. The browser's own
 * calendar opens beside it.
 */
export const DayInput = ({ control, name, value, onChange }: Props) => {
  const t = useFormsTexts();
  const [typed, setTyped] = useState(() => showDate(value));
  const picker = useRef<HTMLInputElement>(null);
  // The value may come from elsewhere (the calendar, a draft): then it is shown; what is being typed is left alone.
  useEffect(() => {
    if ((readDate(typed) ?? typed) !== value) setTyped(showDate(value));
  }, [value]);
  return (
    <span class="form-date">
      <input
        {...control}
        class="form-date__text"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          onChange(readDate(text) ?? (text.trim() || undefined));
        }}
        onBlur={() => setTyped(showDate(readDate(typed) ?? typed))}
      />
      <button type="button" class="form-date__open" aria-label={t.calendar(name)} onClick={() => picker.current?.showPicker()}>
        <span aria-hidden="true" class="form-date__sign" />
      </button>
      <input
        ref={picker}
        class="form-date__picker"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={isDate(value) ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    </span>
  );
};
