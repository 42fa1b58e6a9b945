import type { FullCase } from '../../../services/casefile/answers.ts';
import type { Me } from '../../../services/portal/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { isAnswering } from '../api/desk.ts';
import { AnswerCard } from './answer-card.tsx';
import './legal.css';
import { QuestionPanel } from './question-panel.tsx';
import { ReturnedCard } from './returned-card.tsx';
import { StatementCard } from './statement-card.tsx';

/** Texts of a form (property `oben`) that stand above it already, better. */
export const shownAbove = (task: Task, found: FullCase | null | undefined): string[] => [
  ...(isAnswering(task) ? ['frage'] : []),
  'antwort',
  ...(task.purpose === 'zeichnen' ? ['entwurf'] : []),
  ...(found && task.purpose === 'stellungnahme' ? ['stellungnahme'] : []),
  'rueckgabe',
];

/** What somebody has to have read before they decide. */
export const TaskTop = ({ me, task, found }: { me: Me; task: Task; found: FullCase | null | undefined }) => (
  <>
    {isAnswering(task) && <QuestionPanel me={me} task={task} />}
    <AnswerCard task={task} found={found} />
    {task.purpose === 'zeichnen' && <ReturnedCard taskId={task.taskId} readable={false} />}
    {task.data.bescheidErgebnis === 'ZURUECKGEGEBEN' && <ReturnedCard taskId={task.taskId} readable />}
    {found && task.purpose === 'stellungnahme' && <StatementCard found={found} />}
  </>
);
