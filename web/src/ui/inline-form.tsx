import type { ComponentChildren } from 'preact';
import { Button, LinkButton } from './button.tsx';
import { useShortForm } from './use-short-form.ts';

type Props = {
  hint?: string;
  send: string;
  danger?: boolean;
  /** What is still missing, as a sentence; undefined if nothing is. */
  missing: () => string | undefined;
  onSend: () => Promise<void>;
  /** With it there is a button to leave without sending. */
  cancel?: { text: string; act: () => void };
  children: ComponentChildren;
};

/** A short form inside a card: its fields, what is wrong with them, and the button that sends. */
export const InlineForm = ({ hint, send, danger, missing, onSend, cancel, children }: Props) => {
  const { fault, sending, submit, forgive } = useShortForm({ missing, onSend, words: (refused) => (refused as Error).message });
  return (
    <form class="inline-form" onSubmit={(event) => void submit(event)} onInput={forgive} noValidate>
      {hint && <p class="field__hint">{hint}</p>}
      {children}
      {fault && (
        <p class="field__fault" role="alert">
          {fault}
        </p>
      )}
      <div class="buttons">
        <Button small type="submit" danger={danger} primary={!danger} disabled={sending}>
          {send}
        </Button>
        {cancel && <LinkButton onClick={cancel.act}>{cancel.text}</LinkButton>}
      </div>
    </form>
  );
};
