import type { Me } from '../../../services/portal/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { useDesk } from '../api/desk.ts';
import { useStaffName } from '../api/staff.ts';
import { useReasonNames } from '../desk/use-reason-names.ts';
import { useFormat } from '../i18n/format.ts';
import { citeNorm } from '../ui/cite-norm.ts';
import { useLegalTexts } from './legal-words.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What somebody wants to know, large above the answer. Who asks, and why here, the desk knows; only whoever may answer sees it. */
export const QuestionPanel = ({ me, task }: { me: Me; task: Task }) => {
  const t = useLegalTexts().question;
  const namesOf = useReasonNames();
  const nameOf = useStaffName();
  const { longDay } = useFormat();
  const onDesk = useDesk(me)?.escalations.find(({ taskId }) => taskId === task.taskId);
  const { frage, sachverhaltKurz, frageNorm, eigenerVorschlag, frageFrist } = task.data;
  if (!asText(frage)) return null;
  const norm = asText(frageNorm);
  const why = namesOf(onDesk?.reasons ?? []);
  return (
    <section class="question" aria-labelledby="die-frage">
      <p class="question__who">
        <span id="die-frage-von">{onDesk?.askedBy ? t.askedBy(nameOf(onDesk.askedBy)) : t.title}</span>
        {norm && (
          <span class="badge" lang={citeNorm(norm) ? 'de' : undefined}>
            {citeNorm(norm) ?? `${t.norm}: ${t.otherNorm}`}
          </span>
        )}
        {asText(frageFrist) && (
          <span class="badge badge--warn">
            {t.until} {longDay(asText(frageFrist).slice(0, 10))}
          </span>
        )}
      </p>
      {(onDesk?.secondLevel || task.purpose === 'zweite-stufe') && <p class="question__second">{t.second}</p>}
      <h2 id="die-frage" class="question__text" lang="de">
        {asText(frage)}
      </h2>
      <dl class="question__said">
        <div>
          <dt>{t.facts}</dt>
          <dd lang="de">{asText(sachverhaltKurz) || '–'}</dd>
        </div>
        <div>
          <dt>{t.proposal}</dt>
          <dd lang="de">{asText(eigenerVorschlag) || '–'}</dd>
        </div>
      </dl>
      {why.length > 0 && (
        <p class="question__why">
          {t.because}: {why.join(', ')}
        </p>
      )}
    </section>
  );
};
