import { useState } from 'preact/hooks';
import { Field } from '../ui/field.tsx';
import { InlineForm } from '../ui/inline-form.tsx';
import { useFileTexts } from './file-words.ts';
import { useSecurityNote } from './queries.ts';

/** Write-only: the same receipt every time, and nothing of it is kept on the screen. */
export const SecurityNote = ({ caseId }: { caseId: string }) => {
  const t = useFileTexts().note;
  const hand = useSecurityNote(caseId);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const send = async (): Promise<void> => {
    await hand.mutateAsync(text);
    setText('');
    setOpen(false);
    setSaid(t.receipt);
  };
  return (
    <>
      <details
        class="fold"
        open={open}
        onToggle={(event) => {
          const { open: isOpen } = event.currentTarget;
          setOpen(isOpen);
          if (isOpen) setSaid('');
        }}
      >
        <summary>{t.open}</summary>
        <InlineForm hint={t.hint} send={t.send} missing={() => (text.trim() ? undefined : t.needsText)} onSend={send}>
          <Field label={t.text} hint={t.textHint}>
            <textarea rows={3} maxLength={4000} value={text} onInput={(event) => setText(event.currentTarget.value)} required />
          </Field>
        </InlineForm>
      </details>
      <p role="status" class="said">
        {said}
      </p>
    </>
  );
};
