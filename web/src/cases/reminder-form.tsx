import { useState } from 'preact/hooks';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { useMe } from '../api/me.ts';
import { useFormat } from '../i18n/format.ts';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { useFileTexts } from './file-words.ts';
import { useRemind } from './queries.ts';

/** "Wieder vorlegen am …": folded below the deadlines, because it makes one more. */
export const ReminderForm = ({ caseId }: { caseId: string }) => {
  const t = useFileTexts().reminder;
  const { day } = useFormat();
  const today = useMe()?.today;
  const remind = useRemind(caseId);
  const [open, setOpen] = useState(false);
  const [date, setDate] = useState('');
  const [note, setNote] = useState('');
  const [said, setSaid] = useState('');
  const missing = (): string | undefined => (isDay(date) ? (note.trim() ? undefined : t.needsNote) : t.needsDate);
  const send = async (): Promise<void> => {
    await remind.mutateAsync({ date, note });
    setSaid(t.booked(day(date)));
    setOpen(false);
    setDate('');
    setNote('');
  };
  return (
    <>
      <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t.open}</summary>
        <InlineForm hint={t.hint} send={t.save} missing={missing} onSend={send}>
          <DayField id={`wiedervorlage-${caseId}`} label={t.date} hint={t.dateHint} value={date} min={today} onChange={setDate} />
          <Field label={t.note}>
            <input type="text" maxLength={1000} value={note} onInput={(event) => setNote(event.currentTarget.value)} required />
          </Field>
        </InlineForm>
      </details>
      <p role="status" class="said">
        {said}
      </p>
    </>
  );
};
