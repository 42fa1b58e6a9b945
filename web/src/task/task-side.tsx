import { useQuery } from '@tanstack/preact-query';
import { api } from '../api/client.ts';
import type { Task } from '../api/tasks.ts';
import { DocumentsCard } from '../cases/documents-card.tsx';
import { FactsCard } from '../cases/facts-card.tsx';
import { HistoryCard } from '../cases/history-card.tsx';
import { PersonCard } from '../cases/person-card.tsx';
import { RoutingCard } from '../cases/routing-card.tsx';
import { type AnyCase, type FullCase, isFull } from '../cases/types.ts';
import { WaitsCard } from '../cases/waits-card.tsx';
import { TaskKnowledge } from '../knowledge/task-knowledge.tsx';
import { LawBanner } from '../law/law-banner.tsx';
import { useTaskTexts } from './use-task-texts.ts';

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

/** All of the case that helps to decide, beside the form. */
export const TaskSide = ({ task, found }: { task: Task; found: FullCase | null | undefined }) => {
  const t = useTaskTexts();
  if (found === undefined) return <aside class="task-side" aria-label={t.aside} aria-busy="true" />;
  if (found === null) {
    return (
      <aside class="task-side work" aria-label={t.aside}>
        <p class="notice">{t.hideSide}</p>
        <TaskKnowledge task={task} process={undefined} />
      </aside>
    );
  }
  const open = found.closedAt === null;
  return (
    <aside class="task-side work" aria-label={t.aside}>
      <LawBanner processes={[task.processId, found.process]} />
      <PersonCard found={found} />
      {found.waits.length > 0 && <WaitsCard caseId={found.caseId} waits={found.waits} open={open} />}
      <DocumentsCard caseId={found.caseId} documents={found.documents} open={open} />
      <TaskKnowledge task={task} process={found.process} />
      <FactsCard facts={found.factSheet} />
      <RoutingCard routing={found.routing} />
      <HistoryCard lines={found.history} people={found.people} />
    </aside>
  );
};
