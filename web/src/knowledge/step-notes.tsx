import { useEffect, useRef, useState } from 'preact/hooks';
import { useStaffName } from '../api/staff.ts';
import { useFormat } from '../i18n/format.ts';
import { LinkButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import './knowledge.css';
import type { Feedback } from '../../../services/knowledge/answers.ts';
import { useSettle } from './queries.ts';
import { useKnowledgeTexts } from './words.ts';

const SettleForm = ({ note, onDone, onCancel }: { note: Feedback; onDone: () => void; onCancel: () => void }) => {
  const t = useKnowledgeTexts().pins;
  const settle = useSettle(note.process);
  const [answer, setAnswer] = useState('');
  const send = async (): Promise<void> => {
    await settle.mutateAsync({ feedbackId: note.feedbackId, answer: answer.trim() || null });
    onDone();
  };
  return (
    <InlineForm send={t.settleDo} missing={() => undefined} onSend={send} cancel={{ text: t.cancel, act: onCancel }}>
      <Field label={t.answer}>
        <input type="text" maxLength={2000} value={answer} onInput={(event) => setAnswer(event.currentTarget.value)} />
      </Field>
    </InlineForm>
  );
};

/** What people said about a step, for those who own it; each note is settled here. */
export const StepNotes = ({ notes }: { notes: Feedback[] }) => {
  const t = useKnowledgeTexts().pins;
  const nameOf = useStaffName();
  const { day } = useFormat();
  const [settling, setSettling] = useState<string>();
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const done = (): void => {
    setSettling(undefined);
    setSaid(t.settled);
  };
  // The note and its button are gone; the focus must not be lost with them.
  useEffect(() => {
    if (said) status.current?.focus();
  }, [said]);
  if (notes.length === 0 && !said) return null;
  return (
    <section class="map-panel__part step-notes">
      <h3>
        {t.title} {notes.length > 0 && <span class="count">{notes.length}</span>}
      </h3>
      <ul>
        {notes.map((note) => (
          <li key={note.feedbackId} class="step-note">
            <p lang="de">{note.text}</p>
            <p class="step-note__by">
              {t.by(nameOf(note.givenBy), day(note.givenAt))}{' '}
              <LinkButton
                aria-expanded={settling === note.feedbackId}
                aria-label={`${t.settle}: “${note.text}”`}
                onClick={() => setSettling(settling === note.feedbackId ? undefined : note.feedbackId)}
              >
                {t.settle}
              </LinkButton>
            </p>
            {settling === note.feedbackId && <SettleForm note={note} onDone={done} onCancel={() => setSettling(undefined)} />}
          </li>
        ))}
      </ul>
      <p ref={status} role="status" class="said" tabIndex={-1}>
        {said}
      </p>
    </section>
  );
};
