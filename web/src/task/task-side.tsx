import { useQuery } from '@tanstack/preact-query';
import type { AnyCase, FullCase } from '../../../services/casefile/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { api } from '../api/client.ts';
import { AnswerNow } from '../authorities/answer-now.tsx';
import { DocumentsCard } from '../cases/documents-card.tsx';
import { FactsCard } from '../cases/facts-card.tsx';
import { HistoryCard } from '../cases/history-card.tsx';
import { isFull } from '../cases/is-full.ts';
import { PersonCard } from '../cases/person-card.tsx';
import { RoutingCard } from '../cases/routing-card.tsx';
import { useCardTitles } from '../cases/use-card-titles.ts';
import { WaitsCard } from '../cases/waits-card.tsx';
import { TaskKnowledge } from '../knowledge/task-knowledge.tsx';
import { LawBanner } from '../law/law-banner.tsx';
import { useOfficeTexts } from '../office/words.ts';
import { CounterPerson } from '../persons/counter-person.tsx';
import { CardGuard } from '../ui/card-guard.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTaskTexts } from './words.ts';

/** The case of a task; null where this person sees the task alone (handed over from another section). */
export const useCaseOfTask = (caseId: string | undefined): FullCase | null | undefined => {
  const { data, isError } = useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => api.get<AnyCase>(`/api/cases/${caseId}`, signal),
    enabled: caseId !== undefined,
  });
  if (isError && !data) return null;
  return data && (isFull(data) ? data : null);
};

/** Who informs only has the person beside a task of the counter: who it is, how they are reached, whom to compare them with. */
const CounterSide = ({ caseId }: { caseId: string }) => {
  const t = useTaskTexts();
  const { data } = useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => api.get<AnyCase>(`/api/cases/${caseId}`, signal),
    throwOnError: false,
  });
  return data?.personId ? <CounterPerson personId={data.personId} caseId={caseId} /> : <Notice>{t.hideSide}</Notice>;
};

/** All of the case that helps to decide, beside the form. */
export const TaskSide = ({ task, found }: { task: Task; found: FullCase | null | undefined }) => {
  const t = useTaskTexts();
  const titles = useCardTitles();
  const office = useOfficeTexts();
  if (found === undefined) return <aside class="task-side" aria-label={t.aside} aria-busy="true" />;
  if (found === null) {
    return (
      <aside class="task-side work" aria-label={t.aside}>
        <CounterSide caseId={task.caseId} />
        <TaskKnowledge task={task} process={undefined} />
      </aside>
    );
  }
  const open = found.closedAt === null;
  return (
    <aside class="task-side work" aria-label={t.aside}>
      <CardGuard name={office.person.title} of={found}>
        <PersonCard found={found} />
      </CardGuard>
      <LawBanner processes={[task.processId, found.process]} />
      {found.waits.length > 0 && (
        <CardGuard name={titles.waits} of={found}>
          <WaitsCard caseId={found.caseId} waits={found.waits} open={open} Answer={AnswerNow} />
        </CardGuard>
      )}
      <CardGuard name={titles.documents} of={found}>
        <DocumentsCard caseId={found.caseId} documents={found.documents} open={open} />
      </CardGuard>
      <TaskKnowledge task={task} process={found.process} />
      <CardGuard name={titles.facts} of={found}>
        <FactsCard facts={found.factSheet} />
      </CardGuard>
      <CardGuard name={titles.routing} of={found}>
        <RoutingCard routing={found.routing} />
      </CardGuard>
      <CardGuard name={titles.history} of={found}>
        <HistoryCard lines={found.history} people={found.people} />
      </CardGuard>
    </aside>
  );
};
