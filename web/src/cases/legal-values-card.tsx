import type { UsedValue as LegalValue } from '../../../services/legal/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { Card } from '../ui/card.tsx';
import { Line, Lines } from '../ui/lines.tsx';
import { useFileTexts } from './file-words.ts';
import './legal-values-card.css';

/** The numbers of the law the case was worked out with: a later change of the law does not change what was decided. */
export const LegalValuesCard = ({ values }: { values: LegalValue[] }) => {
  const t = useFileTexts().values;
  const { day } = useFormat();
  // Several steps may use the same value of the same day.
  const once = [...new Map(values.map((each) => [`${each.key} ${each.on} ${each.words}`, each])).values()];
  return (
    <Card id="values-title" title={t.title} class="legal-values">
      <p class="field__hint">{t.hint}</p>
      <Lines>
        {once.map((each) => (
          <Line key={`${each.key} ${each.on} ${each.words}`}>
            <span class="line__more--whole" lang="de">
              {each.label}
            </span>
            <strong lang="de">{each.words}</strong>
            <span class="line__more">
              <span lang="de">{each.norm}</span>
              {each.norm && ' · '}
              {t.on(day(each.on))}
            </span>
          </Line>
        ))}
      </Lines>
    </Card>
  );
};
