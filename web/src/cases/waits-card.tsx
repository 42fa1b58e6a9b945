import { useRef, useState } from 'preact/hooks';
import { useFormat } from '../i18n/format.ts';
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
  const [fault, setFault] = useState('');
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!date || !reason.trim()) {
      setFault(date ? t.actions.needsReason : t.actions.needsDate);
      return;
    }
    try {
      await move.mutateAsync({ warteId: wait.warteId, date, reason, ...(requestedBy.trim() ? { requestedBy } : {}) });
      onDone(t.waits.moved(day(date)));
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  return (
    <form class="inline-form" onSubmit={(event) => void send(event)} onInput={() => setFault('')} noValidate>
      <label class="field">
        <span class="field__label">{t.waits.date}</span>
        <input type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} required />
        <span class="field__hint">{date ? weekday(date) : t.waits.dateHint}</span>
      </label>
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
      {fault && (
        <p class="field__fault" role="alert">
          {fault}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="button button--primary button--small" disabled={move.isPending}>
          {t.waits.save}
        </button>
        <button type="button" class="link-button" onClick={onCancel}>
          {t.waits.cancel}
        </button>
      </div>
    </form>
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
