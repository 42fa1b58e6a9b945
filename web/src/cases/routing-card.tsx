import type { Routing } from '../../../services/routing/answers.ts';
import { isSection } from '../office/section-name.ts';
import { useAnliegenName, useOfficeTexts } from '../office/words.ts';
import { decisionPath } from '../paths.ts';
import { useCasesTexts } from './words.ts';

/** Why the case is here: the sentence, what it was decided on, and the rules that lost. */
export const RoutingCard = ({ routing }: { routing: Routing | null }) => {
  const t = useCasesTexts();
  const office = useOfficeTexts();
  const anliegenName = useAnliegenName();
  const inWords = (key: string, value: unknown): string => {
    const text = String(value ?? '');
    if (text === '') return t.routing.empty;
    return /anliegen/i.test(key) ? anliegenName(text) : ((isSection(text) ? office.sectionLong(text) : office.person.codes[text]) ?? text);
  };
  return (
    <section class="case-card" aria-labelledby="routing-title">
      <h2 id="routing-title">{t.routing.title}</h2>
      {!routing && <p class="case-card__none">{t.routing.none}</p>}
      {routing && (
        <p class="routing__reason" lang="de">
          {routing.reason}
        </p>
      )}
      {routing?.explanation === 'laeuft' && (
        <p class="case-card__none" role="status">
          {t.routing.checking}
        </p>
      )}
      {routing?.explanation === 'nicht-moeglich' && (
        <p class="case-card__none">
          {t.routing.notExplained} <a href={decisionPath('routing')}>{t.routing.table}</a>
        </p>
      )}
      {routing && routing.losers.length > 0 && (
        <details class="fold">
          <summary>{t.routing.losers(routing.losers.length)}</summary>
          <h3>{t.routing.inputs}</h3>
          <dl class="facts">
            {Object.entries(routing.inputs).map(([key, value]) => (
              <div key={key}>
                <dt>{t.routing.inputLabels[key] ?? key}</dt>
                <dd>{inWords(key, value)}</dd>
              </div>
            ))}
          </dl>
          <dl class="losers">
            {routing.losers.map((loser) => (
              <div key={loser.rule}>
                <dt>
                  {t.routing.rule} {loser.rule.replace('_', ' ')}
                </dt>
                <dd lang="de">{loser.because}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href={decisionPath('routing')}>{t.routing.table}</a>
          </p>
        </details>
      )}
    </section>
  );
};
