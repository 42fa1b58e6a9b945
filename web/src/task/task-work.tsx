import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FullCase } from '../../../services/casefile/answers.ts';
import type { FiledDocument } from '../../../services/documents/answers.ts';
import type { Me } from '../../../services/portal/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { api } from '../api/client.ts';
import { FormView } from '../forms/form-view.tsx';
import { startValues, useForm, withoutDecisions } from '../forms/use-form.ts';
import { otherPaper } from '../office/unterlagen.ts';
import { flushDraft, keepDraft, unsavedDraft } from './draft-keeper.ts';
import { LegalValues } from './legal-values.tsx';
import { useLegalTexts } from './legal-words.ts';
import { NextOffer } from './next-offer.tsx';
import { TaskFooter } from './task-footer.tsx';
import { TaskNotice } from './task-notice.tsx';
import { shownAbove, TaskTop } from './task-top.tsx';
import { TaskWhat } from './task-what.tsx';
import { useCompletion } from './use-completion.ts';
import { useTaskTexts } from './words.ts';

const noForm = { components: [] };

type Props = { me: Me; task: Task; found: FullCase | null | undefined };

/** The work itself: what to do, the form, and what becomes of it. Lives as long as the page shows this task, whatever happens to it meanwhile. */
export const TaskWork = ({ me, task, found }: Props) => {
  const t = useTaskTexts();
  const choices = useLegalTexts().choices;
  const client = useQueryClient();
  const { taskId } = task;
  const mine = task.assignee === me.account && task.status === 'offen';
  const wasMine = useRef(mine);
  if (mine) wasMine.current = true;
  const place = useRef<HTMLDivElement>(null);
  const [claimed, setClaimed] = useState(false);

  // The form of a running task never changes, and what a person has typed is not to be replaced by what is read again.
  const start = useMemo(() => {
    const form = task.form ?? noForm;
    const data = task.status === 'offen' ? withoutDecisions(form, task.data) : task.data;
    return { form, data, today: me.today, values: startValues(form, data, unsavedDraft(taskId) ?? task.draft) };
  }, [taskId]);
  const form = useForm(start.form, start, (values) => keepDraft(taskId, values));
  const completion = useCompletion(me, task, form.showFaults);
  useEffect(() => () => void flushDraft(taskId), [taskId]);
  // Whoever has just taken the task goes on in the form, once its fields are open.
  useEffect(() => {
    if (claimed && mine && form.ready) place.current?.querySelector<HTMLElement>(':is(input, select, textarea):enabled')?.focus();
  }, [claimed, mine, form.ready]);
  // Withdrawn while somebody types: the last words go at once, so that the server can keep them with the rest.
  useEffect(() => {
    if (!mine) void flushDraft(taskId);
  }, [mine, taskId]);

  const upload = async (file: File, { properties }: { properties?: Record<string, string> }): Promise<string> => {
    const body = new FormData();
    body.set('type', properties?.documentType ?? otherPaper);
    body.set('file', file);
    const { documentId } = await api.post<FiledDocument>(`/api/cases/${task.caseId}/documents`, body);
    void client.invalidateQueries({ queryKey: ['case', task.caseId] });
    return documentId;
  };

  return (
    <div class="task-work">
      <div role="status">
        <TaskNotice me={me} task={task} worked={wasMine.current && !mine} />
      </div>
      <TaskTop me={me} task={task} found={found} />
      <TaskWhat task={task} />
      <section class="task-form" aria-labelledby="formular">
        <h2 id="formular" class="visually-hidden">
          {t.form}
        </h2>
        <div ref={place}>
          {task.form ? (
            <FormView
              form={start.form}
              state={form}
              locked={!mine || completion.state !== 'idle'}
              documents={found?.documents ?? []}
              upload={upload}
              above={shownAbove(task, found)}
              notes={choices}
            />
          ) : (
            <p>{t.noForm}</p>
          )}
        </div>
        <LegalValues values={task.legalValues ?? []} />
      </section>
      {completion.offer ? (
        <NextOffer me={me} done={task} first={completion.offer} />
      ) : (
        <TaskFooter
          me={me}
          task={task}
          completion={completion}
          onComplete={() => {
            if (form.attemptToComplete()) void completion.complete(form.values);
          }}
          onClaimed={() => setClaimed(true)}
        />
      )}
    </div>
  );
};
