import { WaitingLine } from '../studio/waiting-line.tsx';
import { FiguresTable } from './figures-table.tsx';
import { Landscape } from './landscape.tsx';
import './map.css';
import { useLandscape } from './queries.ts';
import { useMapTexts } from './use-map-texts.ts';

/** The office's processes by section, with small live figures. */
export const MapPage = () => {
  const t = useMapTexts();
  const { data } = useLandscape();
  return (
    <div class="work map-page">
      <header class="map-head">
        <div class="map-head__words">
          <h1>{t.title}</h1>
          {data && <p class="map-head__summary">{t.lead[data.counted]}</p>}
        </div>
      </header>
      <WaitingLine />
      {data && <Landscape data={data} />}
      {data && <FiguresTable data={data} />}
    </div>
  );
};
