import { useEffect, useRef, useState } from 'preact/hooks';
import { isDate } from '../../../services/forms/check-value.ts';
import { labelOf } from '../../../services/forms/read-form.ts';
import { FieldFrame } from './field-frame.tsx';
import { asText, type FieldProps } from './field-props.ts';
import { readDate, showDate } from './read-date.ts';
import { useFormsTexts } from './use-forms-texts.ts';

/**
 * A day as text, TT.MM.JJJJ, because a native date field follows the browser's language and shows mm/dd in a German form. The browser's own
 * calendar opens beside it.
 */
const DayField = (props: FieldProps) => {
  const t = useFormsTexts();
  const { component, value, onChange } = props;
  const [typed, setTyped] = useState(() => showDate(value));
  const picker = useRef<HTMLInputElement>(null);
  // The value may come from elsewhere (the calendar, a draft): then it is shown; what is being typed is left alone.
  useEffect(() => {
    if ((readDate(typed) ?? typed) !== asText(value)) setTyped(showDate(value));
  }, [value]);
  return (
    <FieldFrame {...props} hint={t.dateHint}>
      {(control) => (
        <span class="form-date">
          <input
            {...control}
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
          <button
            type="button"
            class="form-date__open"
            aria-label={t.calendar(labelOf(component))}
            onClick={() => picker.current?.showPicker()}
          >
            <span aria-hidden="true" class="form-date__sign" />
          </button>
          <input
            ref={picker}
            class="form-date__picker"
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={isDate(asText(value)) ? asText(value) : ''}
            onChange={(event) => onChange(event.currentTarget.value || undefined)}
          />
        </span>
      )}
    </FieldFrame>
  );
};

const TimeField = (props: FieldProps) => (
  <FieldFrame {...props}>
    {(control) => (
      <input
        {...control}
        class="form-short"
        type="time"
        value={asText(props.value)}
        onInput={(event) => props.onChange(event.currentTarget.value || undefined)}
      />
    )}
  </FieldFrame>
);

const localOf = (value: unknown): string => {
  const date = new Date(asText(value));
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const MomentField = (props: FieldProps) => (
  <FieldFrame {...props}>
    {(control) => (
      <input
        {...control}
        class="form-short"
        type="datetime-local"
        value={localOf(props.value)}
        onInput={(event) => props.onChange(event.currentTarget.value ? new Date(event.currentTarget.value).toISOString() : undefined)}
      />
    )}
  </FieldFrame>
);

const kinds = { date: DayField, time: TimeField, datetime: MomentField };

export const DateField = (props: FieldProps) => {
  const Kind = kinds[props.component.subtype ?? 'date'];
  return <Kind {...props} />;
};
