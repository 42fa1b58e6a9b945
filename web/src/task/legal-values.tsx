import type { LegalValue } from '../../../services/tasks/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useLegalTexts } from './legal-words.ts';

/** The numbers of the law this form speaks of, as they hold on the day that counts for the case. */
export const LegalValues = ({ values }: { values: readonly LegalValue[] }) => {
  const t = useLegalTexts().values;
  const { day, longDay } = useFormat();
  const [first] = values;
  if (!first) return null;
  return (
    <section class="legal-card legal-card--values" aria-labelledby="rechtswerte">
      <h2 id="rechtswerte">{t.title}</h2>
      <dl class="values">
        {values.map(({ key, label, words, norm, stand }) => (
          <div key={key}>
            <dt lang="de">{label}</dt>
            <dd>
              <strong lang="de">{words}</strong>
              <span class="values__source">
                <span lang="de">{norm}</span> · {t.stand(day(stand))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="soft values__on">{t.on(longDay(first.on))}</p>
    </section>
  );
};
