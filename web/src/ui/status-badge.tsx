import { useOfficeTexts } from '../office/words.ts';

/** The state of a case as a word with a sign of its own; colour only adds to it. */
export const StatusBadge = ({ status, outcome }: { status: string; outcome?: string | null }) => {
  const t = useOfficeTexts();
  const word = t.status[status] ?? status;
  const result = outcome && status === 'abgeschlossen' ? t.outcome[outcome] : undefined;
  return <span class={`case-status case-status--${status}`}>{result ? `${word}: ${result}` : word}</span>;
};
