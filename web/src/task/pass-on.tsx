import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { Candidates, Task } from '../../../services/tasks/answers.ts';
import { api } from '../api/client.ts';
import { assignTask, handOverTask } from '../api/tasks.ts';
import { useGroupName } from '../office/rollen.ts';
import { isSection, useSectionName } from '../office/section-name.ts';
import { useOfficeTexts } from '../office/words.ts';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { InlineForm, ReasonField } from './inline-form.tsx';
import { useRefusalWords } from './use-refusal-words.ts';
import { useTaskTexts } from './words.ts';

export type PassOnProps = { task: Task; onDone: (said: string) => Promise<void>; onCancel: () => void; before: () => Promise<void> };

/** "Nicht zuständig": to a section or group that sees the case. */
export const HandOver = ({ task, onDone, onCancel, before }: PassOnProps) => {
  const t = useTaskTexts();
  const { sectionLong } = useOfficeTexts();
  const sectionName = useSectionName();
  const groupName = useGroupName();
  const words = useRefusalWords();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const { handoverForm } = t;
  const [sections, groups] = [task.handOverTo.filter(isSection), task.handOverTo.filter((id) => !isSection(id))];
  const missing = (): string | undefined => (!to ? handoverForm.needsTo : !reason.trim() ? handoverForm.needsReason : undefined);
  const send = async (): Promise<void> => {
    await before();
    await handOverTask(task.taskId, { to, reason: reason.trim() });
    await onDone(t.said.handedOver(task.name));
  };
  return (
    <InlineForm title={handoverForm.title} send={handoverForm.send} missing={missing} onSend={send} onCancel={onCancel} words={words}>
      <Field label={handoverForm.to} hint={handoverForm.whose}>
        <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          <option value="">{handoverForm.choose}</option>
          <optgroup label={handoverForm.sections}>
            {sections.map((id) => (
              <option key={id} value={id}>{`${sectionLong(id)}: ${sectionName(id)}`}</option>
            ))}
          </optgroup>
          <optgroup label={handoverForm.groups}>
            {groups.map((id) => (
              <option key={id} value={id}>
                {groupName(id) ?? id}
              </option>
            ))}
          </optgroup>
        </select>
      </Field>
      <ReasonField value={reason} onChange={setReason} />
    </InlineForm>
  );
};

/** The head gives the task to a person; those with the least to do stand first. */
export const Assign = ({ task, onDone, onCancel, before }: PassOnProps) => {
  const t = useTaskTexts();
  const words = useRefusalWords();
  const [assignee, setAssignee] = useState('');
  const [reason, setReason] = useState('');
  const { data } = useQuery({
    queryKey: ['tasks', 'candidates', task.taskId],
    queryFn: ({ signal }) => api.get<Candidates>(`/api/tasks/${task.taskId}/candidates`, signal),
  });
  const people = data?.items.filter(({ account }) => account !== task.assignee) ?? [];
  const { assignForm, handoverForm } = t;
  const missing = (): string | undefined => (!assignee ? assignForm.needsTo : !reason.trim() ? handoverForm.needsReason : undefined);
  const send = async (): Promise<void> => {
    await before();
    await assignTask(task.taskId, { assignee, reason: reason.trim() });
    await onDone(t.said.assigned(task.name, people.find((each) => each.account === assignee)?.name ?? assignee));
  };
  return (
    <InlineForm title={assignForm.title} send={assignForm.send} missing={missing} onSend={send} onCancel={onCancel} words={words}>
      {data && people.length === 0 && <Notice>{assignForm.none}</Notice>}
      <Field label={assignForm.to}>
        <select value={assignee} onChange={(event) => setAssignee(event.currentTarget.value)}>
          <option value="">{handoverForm.choose}</option>
          {people.map(({ account, name, openTasks }) => (
            <option key={account} value={account}>
              {assignForm.option(name, openTasks)}
            </option>
          ))}
        </select>
      </Field>
      <ReasonField value={reason} onChange={setReason} />
    </InlineForm>
  );
};
