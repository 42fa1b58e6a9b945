import type { CaseTask } from '../../../services/casefile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { taskPath } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { Line, Lines } from '../ui/lines.tsx';
import { useCasesTexts } from './words.ts';

/** What is to be done in this case now; what is done stays folded. */
export const TasksCard = ({ tasks, people }: { tasks: CaseTask[]; people: Record<string, string | null> }) => {
  const t = useCasesTexts().tasks;
  const { dayAndTime: dateTime } = useFormat();
  const nameOf = (account: string): string => people[account] ?? account;
  const open = tasks.filter((each) => each.status === 'offen' || each.status === 'wird-verarbeitet');
  const over = tasks.filter((each) => !open.includes(each));
  return (
    <Card id="tasks-title" title={t.title}>
      {open.length === 0 && <p class="case-card__none">{t.none}</p>}
      <Lines>
        {open.map((each) => (
          <Line key={each.taskId}>
            <a class="line__main" href={taskPath(each.taskId)} lang="de">
              {each.name}
            </a>
            <span class="line__more">
              {each.status === 'offen' ? (each.assignee ? t.assigned(nameOf(each.assignee)) : t.free) : t.status[each.status]}
            </span>
          </Line>
        ))}
      </Lines>
      {over.length > 0 && (
        <details class="fold">
          <summary>{t.done(over.length)}</summary>
          <Lines>
            {over.map((each) => (
              <Line key={each.taskId}>
                <a class="line__main" href={taskPath(each.taskId)} lang="de">
                  {each.name}
                </a>
                <span class="line__more">
                  {each.status === 'erledigt' ? '' : `${t.status[each.status] ?? each.status} `}
                  {each.completedBy && t.by(nameOf(each.completedBy))} {each.completedAt && dateTime(each.completedAt)}
                </span>
              </Line>
            ))}
          </Lines>
        </details>
      )}
    </Card>
  );
};
