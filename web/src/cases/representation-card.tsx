import type { Representation } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useFileTexts } from './file-words.ts';

/** Who acts for the person; letters go there, so it stands right below the person. */
export const RepresentationCard = ({ found }: { found: Representation }) => {
  const t = useFileTexts().representation;
  const { day } = useFormat();
  return (
    <section class="case-card" aria-labelledby="representation-title">
      <h2 id="representation-title">{t.title}</h2>
      <dl class="facts">
        <div>
          <dt>{t.name}</dt>
          <dd>{found.name}</dd>
        </div>
        <div>
          <dt>{t.kind}</dt>
          <dd>{t.kinds[found.kind] ?? t.kinds.SONSTIGE}</dd>
        </div>
        {found.address && (
          <div>
            <dt>{t.address}</dt>
            <dd class="lines-kept">{found.address}</dd>
          </div>
        )}
        <div>
          <dt>{t.since}</dt>
          <dd>{day(found.since)}</dd>
        </div>
      </dl>
      <p class="field__hint">{t.letters}</p>
    </section>
  );
};
