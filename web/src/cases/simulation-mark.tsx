import { useFileTexts } from './file-words.ts';
import './simulation-mark.css';

/** At everything another authority is said to do, for as long as there is no line to it. */
export const SimulationMark = () => {
  const t = useFileTexts().waits;
  return (
    <span class="simulation" title={t.simulationLong}>
      {t.simulation}
    </span>
  );
};
