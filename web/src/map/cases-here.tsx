import { useState } from 'preact/hooks';
import { useCasesHere } from '../api/processes.ts';
import { useAnliegenName } from '../office/words.ts';
import { casePath } from '../paths.ts';
import { LinkButton } from '../ui/button.tsx';
import { timeSince } from './time-since.ts';
import { useMapTexts } from './words.ts';

type Props = { processId: string; version: number; elementId: string; now: string };

const first = 10;

/** The cases at a step that this person may see, longest waiting first. */
export const CasesHere = ({ processId, version, elementId, now }: Props) => {
  const t = useMapTexts();
  const anliegenName = useAnliegenName();
  const [limit, setLimit] = useState(first);
  const { data } = useCasesHere({ processId, version, elementId, limit });
  return (
    <section class="map-panel__part" aria-labelledby="cases-here">
      <h3 id="cases-here">{t.element.cases}</h3>
      {data?.items.length === 0 && <p class="map-card__hint">{t.element.casesNone}</p>}
      {data && data.items.length > 0 && (
        <ul class="map-cases">
          {data.items.map((each) => (
            <li key={each.caseId}>
              <a href={casePath(each.caseId)}>{each.aktenzeichen}</a>
              <span class="map-cases__person person-name">{each.person}</span>
              <span class="map-cases__more">
                {each.anliegen && `${anliegenName(each.anliegen)} · `}
                {t.element.caseSince(timeSince(each.since, now, t.duration))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data?.next && <LinkButton onClick={() => setLimit(Math.min(limit * 4, 200))}>{t.element.more}</LinkButton>}
    </section>
  );
};
