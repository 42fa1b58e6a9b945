import type { FullCase } from '../../../services/casefile/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { useStaffName } from '../api/staff.ts';
import { useFormat } from '../i18n/format.ts';
import { useLegalTexts } from './legal-words.ts';
import { readAnswer } from './read-answer.ts';

/** The answer to a question asked from this step: first thing one sees when the case comes back. */
export const AnswerCard = ({ task, found }: { task: Task; found: FullCase | null | undefined }) => {
  const t = useLegalTexts().answer;
  const nameOf = useStaffName();
  const { dayAndTime } = useFormat();
  const { antwortRechtssachbearbeitung: fact, eskalationErgebnis } = task.data;
  if (typeof fact !== 'string' || !eskalationErgebnis) return null;
  const { question, votum, answer } = readAnswer(fact);
  const line = found?.history.findLast(({ kind }) => kind === 'question-answered');
  return (
    <section class="legal-card legal-card--answer" aria-labelledby="antwort">
      <h2 id="antwort">{t.title}</h2>
      <p class="answer__who">
        {votum && (
          <span class="badge badge--good" lang="de">
            {votum}
          </span>
        )}
        {line && <span>{t.by(nameOf(line.by), dayAndTime(line.at))}</span>}
      </p>
      <p class="answer__text" lang="de">
        {answer}
      </p>
      {question && (
        <p class="answer__asked">
          {t.asked}: <span lang="de">{question}</span>
        </p>
      )}
    </section>
  );
};
