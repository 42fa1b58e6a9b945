import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { useShortForm } from '../ui/use-short-form.ts';
import { useTaskTexts } from './words.ts';

type Props = {
  title: string;
  send: string;
  /** What is still missing, as a sentence; undefined if nothing is. */
  missing: () => string | undefined;
  onSend: () => Promise<void>;
  onCancel: () => void;
  words: (fault: unknown) => string;
  children: ComponentChildren;
};

/** A short form that opens in place, above the buttons. It takes the focus, and Escape closes it. */
export const InlineForm = ({ title, send, missing, onSend, onCancel, words, children }: Props) => {
  const t = useTaskTexts();
  const { fault, sending, submit } = useShortForm({ missing, onSend, words });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('select, textarea, button');
    // It opens inside the bar at the bottom, in sight already: taking the focus must not scroll the task's head away.
    first?.focus({ preventScroll: true });
    // Where that bar is part of the page, on a small screen, it may lie below.
    form.current?.closest('footer')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={form}
      class="task-inline"
      aria-label={title}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <h2>{title}</h2>
      {children}
      <p role="alert" class="field__fault">
        {fault}
      </p>
      <div class="buttons">
        <Button primary type="submit" disabled={sending}>
          {send}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  );
};

type ReasonProps = { value: string; onChange: (value: string) => void };

export const ReasonField = ({ value, onChange }: ReasonProps) => {
  const t = useTaskTexts().handoverForm;
  return (
    <Field id="begruendung-weitergabe" label={t.reason}>
      <span id="begruendung-hinweis" class="field__hint">
        {t.reasonHint}
      </span>
      <textarea
        id="begruendung-weitergabe"
        rows={2}
        maxLength={1000}
        aria-describedby="begruendung-hinweis"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
};
