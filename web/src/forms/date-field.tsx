import { dayBounds } from '../../../services/forms/day-bounds.ts';
import { labelOf } from '../../../services/forms/read-form.ts';
import { useFormat } from '../i18n/format.ts';
import { DayInput } from '../ui/day-input.tsx';
import { FieldFrame } from './field-frame.tsx';
import { asText, type FieldProps } from './field-props.ts';
import { useFormsTexts } from './words.ts';

const DayField = (props: FieldProps) => {
  const t = useFormsTexts();
  const { day } = useFormat();
  const { context, today } = props.around;
  const { min, max } = dayBounds(props.component, context, today);
  const range = { today, min: min?.day, max: max?.day };
  return (
    <FieldFrame {...props} hint={[t.dateHint, t.dateRange(min && day(min.day), max && day(max.day))].filter(Boolean).join(', ')}>
      {(control) => (
        <DayInput control={control} name={labelOf(props.component)} value={asText(props.value)} range={range} onChange={props.onChange} />
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
