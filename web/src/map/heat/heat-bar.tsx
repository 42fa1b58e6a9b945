import { useEffect } from 'preact/hooks';
import type { ProcessInWords } from '../../../../services/models/answers.ts';
import { heatColour } from '../../bpmn/heat.ts';
import { useFormat } from '../../i18n/format.ts';
import { sectionIds } from '../../office/sachgebiete.ts';
import { useOfficeTexts } from '../../office/words.ts';
import { type Place, periods } from '../use-place.ts';
import { type HeatPicture, heatPicture } from './picture.ts';
import { marks, spanOf, strengthOf } from './scale.ts';
import { useHeat } from './use-heat.ts';
import { useHeatTexts } from './words.ts';

const Legend = () => {
  const t = useHeatTexts();
  return (
    <div class="heat-legend">
      <span id="heat-legend">{t.legend}</span>
      <ul aria-labelledby="heat-legend">
        {marks.map((ms, index) => (
          <li key={ms}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <circle cx="8" cy="8" r="7.5" fill={heatColour(strengthOf(ms))} stroke-width="0.5" />
            </svg>
            {index === 0 ? '≤ ' : index === marks.length - 1 ? '≥ ' : ''}
            {spanOf(ms, t.short)}
          </li>
        ))}
      </ul>
    </div>
  );
};

type Props = { process: ProcessInWords; place: Place; onChange: (next: Partial<Place>) => void; onPicture: (picture: HeatPicture) => void };

/** Which period and whose cases, what the colours mean; tells the picture what to show. */
export const HeatBar = ({ process, place, onChange, onPicture }: Props) => {
  const t = useHeatTexts();
  const { sectionLong } = useOfficeTexts();
  const { day } = useFormat();
  const data = useHeat(process.id, place);
  useEffect(() => onPicture(heatPicture(data, t)), [data, t]);
  return (
    <section class="heat-bar" aria-label={t.title}>
      <label class="map-version">
        {t.period}{' '}
        <select value={place.days} onChange={(event) => onChange({ days: Number(event.currentTarget.value) })}>
          {periods.map((days) => (
            <option key={days} value={days}>
              {t.periods(days)}
            </option>
          ))}
        </select>
      </label>
      <label class="map-version">
        {t.section}{' '}
        <select value={place.section ?? ''} onChange={(event) => onChange({ section: event.currentTarget.value || undefined })}>
          <option value="">{t.allSections}</option>
          {sectionIds.map((id) => (
            <option key={id} value={id}>
              {sectionLong(id)}
            </option>
          ))}
        </select>
      </label>
      <Legend />
      {data && <p class="heat-bar__words">{data.elements ? t.explain(day(data.from), day(data.to), data.version) : t.noFigures}</p>}
    </section>
  );
};
