import type { ComponentType } from 'preact';
import { Page } from '../ui/page.tsx';
import { FiguresTable } from './figures-table.tsx';
import { Landscape, type PlannedSlot } from './landscape.tsx';
import './map.css';
import { useLandscape } from '../api/processes.ts';
import { useMapTexts } from './words.ts';

type Slots = {
  /** What waits for this person. */
  News: ComponentType;
  Planned: PlannedSlot;
};

/** The office's processes by section, with small live figures. */
export const MapPage = ({ News, Planned }: Slots) => {
  const t = useMapTexts();
  const { data } = useLandscape();
  return (
    <Page class="map-page">
      <header class="map-head">
        <div class="map-head__words">
          <h1>{t.title}</h1>
          {data && <p class="map-head__summary">{t.lead[data.counted]}</p>}
        </div>
      </header>
      <News />
      {data && <Landscape data={data} Planned={Planned} />}
      {data && <FiguresTable data={data} />}
    </Page>
  );
};
