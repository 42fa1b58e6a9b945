import { useFileTexts } from './file-words.ts';

/** At everything another authority is said to do, for as long as there is no line to it. */
export const SimulationMark = () => {
  const t = useFileTexts().waits;
  return (
    <span class="simulation" title={t.simulationLong}>
      {t.simulation}
    </span>
  );
};
