import { useState } from 'preact/hooks';
import type { HistoryLine } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useCasesTexts } from './words.ts';
import './history-card.css';

const newest = 12;

/** Newest first; a long life is folded. */
export const HistoryCard = ({ lines, people }: { lines: HistoryLine[]; people: Record<string, string | null> }) => {
  const t = useCasesTexts().history;
  const { dayAndTime: dateTime } = useFormat();
  const [all, setAll] = useState(false);
  const shown = lines.toReversed().slice(0, all ? undefined : newest);
  const nameOf = (by: string): string => (by === 'Lotse' ? t.lotse : by in people ? (people[by] ?? t.applicant) : by);
  return (
    <Card id="history-title" title={t.title}>
      <ol class="history">
        {shown.map((line) => (
          <li key={`${line.at} ${line.text}`}>
            <span class="history__when">
              <time dateTime={line.at}>{dateTime(line.at)}</time> · {nameOf(line.by)}
            </span>
            <span class="history__what" lang="de">
              {line.text}
            </span>
          </li>
        ))}
      </ol>
      {!all && lines.length > newest && <LinkButton onClick={() => setAll(true)}>{t.older(lines.length - newest)}</LinkButton>}
    </Card>
  );
};
