import { useState } from 'preact/hooks';
import type { HistoryLine } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useCasesTexts } from './words.ts';

const newest = 12;

/** Newest first; a long life is folded. */
export const HistoryCard = ({ lines, people }: { lines: HistoryLine[]; people: Record<string, string | null> }) => {
  const t = useCasesTexts().history;
  const { dayAndTime: dateTime } = useFormat();
  const [all, setAll] = useState(false);
  const shown = lines.toReversed().slice(0, all ? undefined : newest);
  const nameOf = (by: string): string => (by === 'Lotse' ? t.lotse : by in people ? (people[by] ?? t.applicant) : by);
  return (
    <section class="case-card" aria-labelledby="history-title">
      <h2 id="history-title">{t.title}</h2>
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
      {!all && lines.length > newest && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          {t.older(lines.length - newest)}
        </button>
      )}
    </section>
  );
};
