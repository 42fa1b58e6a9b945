import { isDeskStep } from '../api/desk.ts';
import type { Task } from '../api/tasks.ts';
import { RichText } from '../forms/rich-text.tsx';
import { useTaskTexts } from './use-task-texts.ts';

/** What is to be done, and by which law. Folded where a question or a draft is what one has come to read. */
export const TaskWhat = ({ task }: { task: Task }) => {
  const t = useTaskTexts();
  const { documentation, norm, data } = task;
  const words = (
    <>
      <RichText text={documentation} known={data} />
      {norm && !documentation.includes(norm) && (
        <p class="soft">
          {t.norm}: <span lang="de">{norm}</span>
        </p>
      )}
    </>
  );
  if (isDeskStep(task.elementId)) {
    return (
      <details class="task-what">
        <summary>{t.what}</summary>
        {words}
      </details>
    );
  }
  return (
    <section class="task-what" aria-labelledby="was-zu-tun-ist">
      <h2 id="was-zu-tun-ist">{t.what}</h2>
      {words}
    </section>
  );
};
