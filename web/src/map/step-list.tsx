import { useState } from 'preact/hooks';
import type { ProcessInWords, Step, Tokens } from '../../../services/models/answers.ts';
import { isStep } from '../bpmn/is-step.ts';
import { DataTable } from '../ui/data-table.tsx';
import { stepName, typeName } from './step-name.ts';
import { timeSince } from './time-since.ts';
import { useMapTexts } from './words.ts';

type Props = { process: ProcessInWords; tokens: Tokens | undefined; selected: string | null; onSelect: (elementId: string) => void };

/** Every step with its figures: the same as the picture, for keyboard, screen reader and everybody who likes lists. */
export const StepList = ({ process, tokens, selected, onSelect }: Props) => {
  const t = useMapTexts();
  const [all, setAll] = useState(false);
  const figures = new Map((tokens?.elements ?? []).map((each) => [each.elementId, each]));
  const counted = tokens?.elements !== null;
  const shown = process.elements.filter((each) => all || isStep(each.type) || figures.has(each.elementId) || each.elementId === selected);
  const { step, type, count, median, incidents } = t.process.columns;
  const row = (each: Step) => {
    const figure = figures.get(each.elementId);
    return (
      <tr key={each.elementId} class={each.elementId === selected ? 'map-table__selected' : ''}>
        <th scope="row">
          <button
            type="button"
            class="map-table__pick"
            lang={each.name ? 'de' : undefined}
            aria-pressed={each.elementId === selected}
            onClick={() => onSelect(each.elementId)}
          >
            {stepName(each, t)}
          </button>
        </th>
        <td>{typeName(each, t)}</td>
        {counted && (
          <td class="number" data-label={count}>
            {figure?.count || ''}
          </td>
        )}
        {counted && (
          <td data-label={median}>{tokens && figure?.medianSince ? timeSince(figure.medianSince, tokens.now, t.duration) : ''}</td>
        )}
        {counted && (
          <td class="number" data-label={incidents}>
            {figure && figure.incidents > 0 ? <span class="figures__incidents">{figure.incidents}</span> : ''}
          </td>
        )}
      </tr>
    );
  };
  return (
    <section class="map-steps" aria-labelledby="steps-title">
      <div class="map-steps__head">
        <h2 id="steps-title">{t.process.steps}</h2>
        <label class="check">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} /> {t.process.allSteps}
        </label>
      </div>
      {!counted && <p class="map-card__hint">{t.process.noFigures}</p>}
      <DataTable caption={t.process.stepsCaption(process.name)}>
        <thead>
          <tr>
            <th scope="col">{step}</th>
            <th scope="col">{type}</th>
            {counted && (
              <>
                <th scope="col" class="number">
                  {count}
                </th>
                <th scope="col">{median}</th>
                <th scope="col" class="number">
                  {incidents}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>{shown.map(row)}</tbody>
      </DataTable>
    </section>
  );
};
