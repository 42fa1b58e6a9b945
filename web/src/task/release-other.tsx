import { useStaffName } from '../api/staff.ts';
import { releaseTask } from '../api/tasks.ts';
import { InlineForm } from './inline-form.tsx';
import type { PassOnProps } from './pass-on.tsx';
import { useRefusalWords } from './use-refusal-words.ts';
import { useTaskTexts } from './words.ts';

/** The head takes a task from whoever has it. Nobody loses a task by one click of somebody else's. */
export const ReleaseOther = ({ task, onDone, onCancel }: PassOnProps) => {
  const t = useTaskTexts();
  const nameOf = useStaffName();
  const words = useRefusalWords();
  const send = async (): Promise<void> => {
    await releaseTask(task.taskId);
    await onDone(t.said.released(task.name));
  };
  return (
    <InlineForm
      title={t.releaseForm.title(nameOf(task.assignee ?? ''))}
      send={t.releaseForm.send}
      missing={() => undefined}
      onSend={send}
      onCancel={onCancel}
      words={words}
    >
      <p>{t.releaseForm.text}</p>
    </InlineForm>
  );
};
