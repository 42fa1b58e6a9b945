import type { Routing } from '../../../services/routing/answers.ts';
import { isSection } from '../office/section-name.ts';
import { useAnliegenName, useOfficeTexts } from '../office/words.ts';
import { decisionPath } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { FactList, FactRow } from '../ui/lines.tsx';
import { useCasesTexts } from './words.ts';
import './routing-card.css';

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
    <Card id="routing-title" title={t.routing.title}>
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
          <FactList>
            {Object.entries(routing.inputs).map(([key, value]) => (
              <FactRow name={t.routing.inputLabels[key] ?? key} key={key}>
                {inWords(key, value)}
              </FactRow>
            ))}
          </FactList>
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
    </Card>
  );
};
