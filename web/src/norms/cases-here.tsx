import type { Norms } from '../../../services/norms/answers.ts';
import { may, useMe } from '../api/me.ts';
import { processPath } from '../paths.ts';
import { useNormsTexts } from './words.ts';

/** How many open cases rest on it; which they are, nobody is told here. */
export const CasesHere = ({ cases }: { cases: Norms['hits']['cases'] }) => {
  const t = useNormsTexts().cases;
  const countsOnly = may(useMe(), 'count-all-cases');
  return (
    <section class="norm-cases" aria-label={t.title}>
      <h2>{t.title}</h2>
      {!cases && <p class="soft">{t.hidden}</p>}
      {cases && (
        <>
          <p class="norm-cases__count">{cases.open === null ? t.few : cases.open === 0 ? t.none : t.count(cases.open)}</p>
          <ul>
            {cases.byProcess.map((each) => (
              <li key={each.processId}>
                <a href={processPath(each.processId)} lang="de">
                  {each.name}
                </a>{' '}
                {t.inProcess(each.open)}
              </li>
            ))}
            {cases.byTitle !== null && cases.byTitle > 0 && <li>{t.byTitle(cases.byTitle)}</li>}
          </ul>
          <p class="soft">{countsOnly ? t.inSteps : t.scope}</p>
        </>
      )}
    </section>
  );
};
