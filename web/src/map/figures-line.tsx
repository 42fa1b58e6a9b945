import type { Figures } from '../../../services/models/answers.ts';
import { useMapTexts } from './words.ts';

/** What is going on in a process, in words; nothing for those who see no figures. */
export const FiguresLine = ({ figures }: { figures: Figures | null }) => {
  const t = useMapTexts();
  if (!figures) return null;
  const { running, openTasks, incidents } = figures;
  return (
    <span class="figures">
      <span class={running > 0 ? 'figures__running' : 'figures__none'}>{t.running(running)}</span>
      {openTasks > 0 && <span>{t.openTasks(openTasks)}</span>}
      {incidents > 0 && <span class="figures__incidents">{t.incidents(incidents)}</span>}
    </span>
  );
};
