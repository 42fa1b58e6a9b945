import { useState } from 'preact/hooks';

type ShortForm = {
  /** What is still missing, as a sentence; undefined if nothing is. */
  missing: () => string | undefined;
  onSend: () => Promise<void>;
  words: (fault: unknown) => string;
};

/** What every short form does: says what is missing, sends once, and says why it was refused. */
export const useShortForm = ({ missing, onSend, words }: ShortForm) => {
  const [fault, setFault] = useState('');
  const [sending, setSending] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const lack = missing();
    setFault(lack ?? '');
    if (lack) return;
    setSending(true);
    try {
      await onSend();
    } catch (refused) {
      setFault(words(refused));
    } finally {
      setSending(false);
    }
  };
  return { fault, sending, submit, forgive: () => setFault('') };
};
