import { useRef, useState } from 'preact/hooks';
import { isDate } from '../../../services/forms/check-value.ts';
import { DayInput } from '../forms/day-input.tsx';
import { useFormat } from '../i18n/format.ts';
import { InlineForm } from './inline-form.tsx';
import { useMoveDeadline } from './queries.ts';
import type { Wait } from './types.ts';
import { useCasesTexts } from './use-cases-texts.ts';
import { useDays } from './use-days.ts';

type FormProps = { caseId: string; wait: Wait; onDone: (said: string) => void; onCancel: () => void };

const MoveForm = ({ caseId, wait, onDone, onCancel }: FormProps) => {
  const t = useCasesTexts();
  const { day, weekday } = useDays();
  const move = useMoveDeadline(caseId);
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const [requestedBy, setRequestedBy] = useState('');
  const missing = (): string | undefined => (isDate(date) ? (reason.trim() ? undefined : t.actions.needsReason) : t.actions.needsDate);
  const send = async (): Promise<void> => {
    await move.mutateAsync({ warteId: wait.warteId, date, reason, ...(requestedBy.trim() ? { requestedBy } : {}) });
    onDone(t.waits.moved(day(date)));
  };
  const id = `frist-${wait.warteId}`;
  return (
    <InlineForm send={t.waits.save} missing={missing} onSend={send} cancel={{ text: t.waits.cancel, act: onCancel }}>
      <div class="field">
        <label class="field__label" for={id}>
          {t.waits.date}
        </label>
        <DayInput
          control={{ id, 'aria-describedby': `${id}-hinweis`, 'aria-required': true }}
          name={t.waits.date}
          value={date}
          onChange={(value) => setDate(value ?? '')}
        />
        <span id={`${id}-hinweis`} class="field__hint">
          {weekday(date) || t.waits.dateHint}
        </span>
      </div>
      <label class="field">
        <span class="field__label">{t.waits.reason}</span>
        <input type="text" maxLength={1000} value={reason} onInput={(event) => setReason(event.currentTarget.value)} required />
      </label>
      <label class="field">
        <span class="field__label">
          {t.waits.requestedBy} {t.waits.optional}
        </span>
        <input type="text" maxLength={200} value={requestedBy} onInput={(event) => setRequestedBy(event.currentTarget.value)} />
      </label>
    </InlineForm>
  );
};

/** What the case waits for and until when; the last day can be moved in place. */
export const WaitsCard = ({ caseId, waits, open }: { caseId: string; waits: Wait[]; open: boolean }) => {
  const t = useCasesTexts().waits;
  const { day } = useFormat();
  const [editing, setEditing] = useState<string>();
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const close = (text: string): void => {
    setSaid(text);
    setEditing(undefined);
    opener.current?.focus();
  };
  return (
    <section class="case-card" aria-labelledby="waits-title">
      <h2 id="waits-title">{t.title}</h2>
      {waits.length === 0 && <p class="case-card__none">{t.none}</p>}
      <ul class="lines">
        {waits.map((wait) => {
          const kind = t.kinds[wait.kind] ?? t.other;
          const edits = editing === wait.warteId;
          return (
            <li key={wait.warteId} class="line">
              <span class="line__main">
                {kind} <strong>{t.until(day(wait.until))}</strong>
              </span>
              {open && (
                <button
                  type="button"
                  class="link-button line__more"
                  ref={edits || !editing ? opener : undefined}
                  aria-expanded={edits}
                  aria-label={t.moveNamed(kind)}
                  onClick={() => setEditing(edits ? undefined : wait.warteId)}
                >
                  {t.move}
                </button>
              )}
              {edits && <MoveForm caseId={caseId} wait={wait} onDone={close} onCancel={() => close('')} />}
            </li>
          );
        })}
      </ul>
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
};
