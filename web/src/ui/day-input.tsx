import { useEffect, useRef, useState } from 'preact/hooks';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { type DayRange, readDay, showDay } from '../../../services/typed/read-day.ts';
import { useFormat } from '../i18n/format.ts';
import { useDayInputTexts } from './day-input-words.ts';

/** What a control must bear so that its label, notes and fault belong to it. */
export type Control = {
  id?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean;
  'aria-required'?: boolean;
};

type Props = {
  /** Attributes of the text field: its id and what describes it. */
  control: Control;
  /** What the day is for, as the button of the calendar says it. */
  name: string;
  /** JJJJ-MM-TT; anything else is what was typed so far. */
  value: string;
  /** Between which days the answer can lie: the calendar offers no other, and a short year means one of them. */
  range: DayRange;
  onChange: (value: string | undefined) => void;
};

/**
 * A day as text, TT.MM.JJJJ, because a native date field follows the browser's language and shows mm/dd in a German form. The browser's own
 * calendar opens beside it, and the day is said in full as soon as there is one, so that a slip shows.
 */
export const DayInput = ({ control, name, value, range, onChange }: Props) => {
  const t = useDayInputTexts();
  const { fullDay } = useFormat();
  const read = (text: string): string | undefined => readDay(text, range);
  const [typed, setTyped] = useState(() => showDay(value));
  const picker = useRef<HTMLInputElement>(null);
  // The value may come from elsewhere (the calendar, a draft): then it is shown; what is being typed is left alone.
  useEffect(() => {
    if ((read(typed) ?? typed) !== value) setTyped(showDay(value));
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
          onChange(read(text) ?? (text.trim() || undefined));
        }}
        onBlur={() => setTyped(showDay(read(typed) ?? typed))}
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
        value={isDay(value) ? value : ''}
        min={range.min}
        max={range.max}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
      <output class="form-date__meant">{isDay(value) ? fullDay(value) : ''}</output>
    </span>
  );
};
