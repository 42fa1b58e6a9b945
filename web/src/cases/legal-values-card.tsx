import type { UsedValue as LegalValue } from '../../../services/legal/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useFileTexts } from './file-words.ts';

/** The numbers of the law the case was worked out with: a later change of the law does not change what was decided. */
export const LegalValuesCard = ({ values }: { values: LegalValue[] }) => {
  const t = useFileTexts().values;
  const { day } = useFormat();
  // Several steps may use the same value of the same day.
  const once = [...new Map(values.map((each) => [`${each.key} ${each.on} ${each.words}`, each])).values()];
  return (
    <section class="case-card legal-values" aria-labelledby="values-title">
      <h2 id="values-title">{t.title}</h2>
      <p class="field__hint">{t.hint}</p>
      <ul class="lines">
        {once.map((each) => (
          <li key={`${each.key} ${each.on} ${each.words}`} class="line">
            <span class="line__more--whole" lang="de">
              {each.label}
            </span>
            <strong lang="de">{each.words}</strong>
            <span class="line__more">
              <span lang="de">{each.norm}</span>
              {each.norm && ' · '}
              {t.on(day(each.on))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
