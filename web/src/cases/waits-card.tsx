import type { ComponentChildren, ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Reminder, Wait } from '../../../services/casefile/answers.ts';
import { isDay } from '../../../services/typed/calendar-day.ts';
import type { FailureToAct } from '../../../services/waits/answers.ts';
import { useMe } from '../api/me.ts';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { findFrist } from '../office/fristen.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { Line, Lines } from '../ui/lines.tsx';
import { OvertakenNote, useSeen } from '../ui/overtaken.tsx';
import { useOvertakenTexts } from '../ui/overtaken-words.ts';
import { FailureLine } from './failure-line.tsx';
import { useMoveDeadline } from './queries.ts';
import { WaitWords } from './wait-words.tsx';
import { useCasesTexts } from './words.ts';
import './waits-card.css';

/** A query about security is only said to be running, and a period that the law sets is nobody's to move. */
const mayBeMoved = (kind: string): boolean => {
  const row = findFrist(kind);
  return !row?.sicherheit && !row?.gesetz;
};

type FormProps = { caseId: string; wait: Wait; onDone: (said: string) => void; onCancel: () => void };

const MoveForm = ({ caseId, wait, onDone, onCancel }: FormProps) => {
  const t = useCasesTexts();
  const { day } = useFormat();
  const { again } = useOvertakenTexts();
  const { send: sendSeen, overtaken } = useSeen(wait.version);
  const today = useMe()?.today;
  const move = useMoveDeadline(caseId);
  const [date, setDate] = useState('');
  const [reason, setReason] = useState('');
  const [requestedBy, setRequestedBy] = useState('');
  const missing = (): string | undefined => (isDay(date) ? (reason.trim() ? undefined : t.actions.needsReason) : t.actions.needsDate);
  const send = async (): Promise<void> => {
    const asked = requestedBy.trim() ? { requestedBy } : {};
    const { until } = await sendSeen((version) => move.mutateAsync({ warteId: wait.warteId, date, reason, version, ...asked }));
    onDone(t.waits.moved(day(until)));
  };
  return (
    <InlineForm send={t.waits.save} missing={missing} onSend={send} cancel={{ text: t.waits.cancel, act: onCancel }}>
      {overtaken && (
        <OvertakenNote overtaken={overtaken}>
          <p>
            {t.waits.moved(day(wait.until))} {again}
          </p>
        </OvertakenNote>
      )}
      <DayField id={`frist-${wait.warteId}`} label={t.waits.date} hint={t.waits.dateHint} value={date} min={today} onChange={setDate} />
      <Field label={t.waits.reason}>
        <input type="text" maxLength={1000} value={reason} onInput={(event) => setReason(event.currentTarget.value)} required />
      </Field>
      <Field
        label={
          <>
            {t.waits.requestedBy} {t.waits.optional}
          </>
        }
      >
        <input type="text" maxLength={200} value={requestedBy} onInput={(event) => setRequestedBy(event.currentTarget.value)} />
      </Field>
    </InlineForm>
  );
};

/** Lets whoever is asked answer at once, where the office they are is played. */
export type AnswerSlot = { Answer: ComponentType<{ caseId: string; wait: Wait }> };

type Props = AnswerSlot & {
  caseId: string;
  waits: Wait[];
  open: boolean;
  reminders?: Reminder[];
  failure?: FailureToAct | null;
  children?: ComponentChildren;
};

/**
 * What the case waits for, in words, and until when; the last day can be moved in place. A query among authorities about security is only ever
 * said to be running: no day, no words, nothing to move.
 */
export const WaitsCard = ({ caseId, waits, open, reminders = [], failure = null, Answer, children }: Props) => {
  const t = useCasesTexts().waits;
  const language = useLanguage();
  const [editing, setEditing] = useState<string>();
  const [said, setSaid] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const close = (text: string): void => {
    setSaid(text);
    setEditing(undefined);
    opener.current?.focus();
  };
  return (
    <Card id="waits-title" title={t.title}>
      {waits.length === 0 && !failure && <p class="case-card__none">{t.none}</p>}
      <Lines>
        {failure && <FailureLine failure={failure} />}
        {waits.map((wait) => {
          const kind = findFrist(wait.kind)?.[language] ?? t.other;
          const edits = editing === wait.warteId;
          return (
            <Line class="wait" key={wait.warteId}>
              <WaitWords wait={wait} reminders={reminders} />
              {open && mayBeMoved(wait.kind) && (
                <LinkButton
                  class="line__more"
                  at={edits || !editing ? opener : undefined}
                  aria-expanded={edits}
                  aria-label={t.moveNamed(kind)}
                  onClick={() => setEditing(edits ? undefined : wait.warteId)}
                >
                  {t.move}
                </LinkButton>
              )}
              {edits && <MoveForm caseId={caseId} wait={wait} onDone={close} onCancel={() => close('')} />}
              <Answer caseId={caseId} wait={wait} />
            </Line>
          );
        })}
      </Lines>
      <p role="status" class="said">
        {waits.length > 0 && said}
      </p>
      {children}
    </Card>
  );
};
