import { useEffect, useState } from 'preact/hooks';
import { sectionIds } from '../office/sachgebiete.ts';
import { processPath, searchOf } from '../paths.ts';

/** What is looked at: a release and a step; and whether how long things lay is, of how many days and which section. */
export type Place = {
  version?: number | undefined;
  step: string | null;
  heat: boolean;
  days: number;
  section?: string | undefined;
};

export const periods = [30, 90, 365] as const;
const USUAL = periods[0];

const readPlace = (): Place => {
  const params = new URLSearchParams(location.search);
  const days = Number(params.get('tage'));
  return {
    version: Number(params.get('fassung')) || undefined,
    step: params.get('schritt'),
    heat: params.get('ansicht') === 'liegezeit',
    days: periods.find((each) => each === days) ?? USUAL,
    section: sectionIds.find((id) => id === params.get('sachgebiet')),
  };
};

/** It all stands in the address, so that a place on the map can be sent to a colleague. Not by the router: choosing a step is no change of page. */
export const usePlace = (id: string): Place & { go: (next: Partial<Place>) => void } => {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => setPlace(readPlace()), [id]);
  const go = (next: Partial<Place>): void => {
    const wanted = { ...place, ...next };
    setPlace(wanted);
    const { version, step, heat, days, section } = wanted;
    const search = searchOf({
      fassung: version,
      ...(heat ? { ansicht: 'liegezeit', tage: days === USUAL ? undefined : days, sachgebiet: section } : {}),
      schritt: step,
    });
    history.replaceState(history.state, '', `${processPath(id)}${search}`);
  };
  return { ...place, go };
};
