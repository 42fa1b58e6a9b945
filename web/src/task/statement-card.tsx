import type { FullCase } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { isStatement } from '../office/unterlagen.ts';
import { printPath } from '../paths.ts';
import { useLegalTexts } from './legal-words.ts';

const isImage = (fileName: string): boolean => /\.(?:png|jpe?g)$/i.test(fileName);

/** What the person says, where it is weighed, and the letter it answers to. */
export const StatementCard = ({ found }: { found: FullCase }) => {
  const t = useLegalTexts().statement;
  const { longDay } = useFormat();
  const statements = found.documents.filter(({ type }) => isStatement(type));
  const hearing = found.letters.findLast(({ type }) => type === 'anhoerung');
  const fileOf = (documentId: string): string => `/api/cases/${found.caseId}/documents/${documentId}`;
  return (
    <section class="legal-card" aria-labelledby="stellungnahme">
      <h2 id="stellungnahme">{t.title}</h2>
      {statements.length === 0 && <p>{t.none}</p>}
      <ul class="statements">
        {statements.map(({ documentId, fileName, at }) => (
          <li key={documentId}>
            <p>
              {t.came(longDay(at))} ·{' '}
              <a href={fileOf(documentId)} download={fileName}>
                {t.open(fileName)}
              </a>
            </p>
            {isImage(fileName) && <img class="statements__image" src={fileOf(documentId)} alt={t.image(fileName)} loading="lazy" />}
          </li>
        ))}
      </ul>
      {hearing && (
        <p class="statements__heard">
          {t.heard}:{' '}
          <a href={printPath(hearing.letterId)} target="_blank" rel="noopener">
            {t.hearing(longDay(hearing.at))}
          </a>
        </p>
      )}
    </section>
  );
};
