import { useState } from 'preact/hooks';
import type { Task } from '../../../services/tasks/answers.ts';
import { isDeskStep } from '../api/desk.ts';
import { RichText } from '../forms/rich-text.tsx';
import { isFolded, keepFolded } from '../ui/folds.ts';
import { useTaskTexts } from './words.ts';

/**
 * What is to be done, and by which law. Open until the person folds it, for this step and in this browser: who does it every day knows it. Folded where a
 * question or a draft is what one has come to read.
 */
export const TaskWhat = ({ task }: { task: Task }) => {
  const t = useTaskTexts();
  const { documentation, norm, data, processId, elementId } = task;
  const name = `schritt-${processId}-${elementId}`;
  const desk = isDeskStep(task);
  const [folded] = useState(() => desk || isFolded(name));
  return (
    <details class="task-what" open={!folded} onToggle={(event) => desk || keepFolded(name, !event.currentTarget.open)}>
      <summary>
        <h2>{t.what}</h2>
      </summary>
      <RichText text={documentation} known={data} />
      {norm && !documentation.includes(norm) && (
        <p class="soft">
          {t.norm}: <span lang="de">{norm}</span>
        </p>
      )}
    </details>
  );
};
