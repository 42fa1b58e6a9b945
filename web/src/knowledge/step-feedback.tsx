import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useGiveFeedback } from './queries.ts';
import { useKnowledgeTexts } from './words.ts';

/** "Passt hier etwas nicht?": one line, one click. It is pinned to the step, not to the case. */
export const StepFeedback = ({ taskId }: { taskId: string }) => {
  const t = useKnowledgeTexts().feedback;
  const give = useGiveFeedback(taskId);
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const [said, setSaid] = useState('');
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSaid('');
    if (text.trim().length < 3) {
      setFault(t.needsText);
      return;
    }
    try {
      await give.mutateAsync(text);
      setText('');
      setSaid(t.sent);
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  return (
    <section class="step-feedback" aria-labelledby="feedback-title">
      <h2 id="feedback-title">{t.question}</h2>
      <form onSubmit={(event) => void send(event)} noValidate>
        <input
          type="text"
          maxLength={2000}
          aria-label={t.label}
          aria-describedby="feedback-hint"
          aria-invalid={fault !== ''}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setFault('');
          }}
        />
        <Button small type="submit" disabled={give.isPending}>
          {t.send}
        </Button>
      </form>
      <p id="feedback-hint" class="field__hint">
        {t.placeholder}
      </p>
      {fault && (
        <p class="field__fault" role="alert">
          {fault}
        </p>
      )}
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
};
