import type { CaseTask } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { taskPath } from '../paths.ts';
import { useCasesTexts } from './words.ts';

/** What is to be done in this case now; what is done stays folded. */
export const TasksCard = ({ tasks, people }: { tasks: CaseTask[]; people: Record<string, string | null> }) => {
  const t = useCasesTexts().tasks;
  const { dayAndTime: dateTime } = useFormat();
  const nameOf = (account: string): string => people[account] ?? account;
  const open = tasks.filter((each) => each.status === 'offen' || each.status === 'wird-verarbeitet');
  const over = tasks.filter((each) => !open.includes(each));
  return (
    <section class="case-card" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t.title}</h2>
      {open.length === 0 && <p class="case-card__none">{t.none}</p>}
      <ul class="lines">
        {open.map((each) => (
          <li key={each.taskId} class="line">
            <a class="line__main" href={taskPath(each.taskId)} lang="de">
              {each.name}
            </a>
            <span class="line__more">
              {each.status === 'offen' ? (each.assignee ? t.assigned(nameOf(each.assignee)) : t.free) : t.status[each.status]}
            </span>
          </li>
        ))}
      </ul>
      {over.length > 0 && (
        <details class="fold">
          <summary>{t.done(over.length)}</summary>
          <ul class="lines">
            {over.map((each) => (
              <li key={each.taskId} class="line">
                <a class="line__main" href={taskPath(each.taskId)} lang="de">
                  {each.name}
                </a>
                <span class="line__more">
                  {each.status === 'erledigt' ? '' : `${t.status[each.status] ?? each.status} `}
                  {each.completedBy && t.by(nameOf(each.completedBy))} {each.completedAt && dateTime(each.completedAt)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
