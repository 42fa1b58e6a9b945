import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { FieldFault } from '../../../services/forms/check-form.ts';
import type { Me } from '../../../services/portal/answers.ts';
import type { ListedTask, Task } from '../../../services/tasks/answers.ts';
import { ApiFault, isOutage, locked } from '../api/client.ts';
import { completeTask, dropFromLists } from '../api/tasks.ts';
import { announce } from '../ui/announce.tsx';
import { dropDraft, keepDraft } from './draft-keeper.ts';
import { goOn } from './go-on.ts';
import { useRefusalWords } from './use-refusal-words.ts';
import { useTaskTexts } from './words.ts';

const TRY_AGAIN_MS = 2_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The same call again is the same answer, so it is repeated while the server is gone, or the session, until it is answered. */
const completeAtLast = async (taskId: string, values: Record<string, unknown>, waiting: () => boolean): Promise<Task> => {
  for (;;) {
    try {
      return await completeTask(taskId, values);
    } catch (fault) {
      const passing = isOutage(fault) || (fault instanceof ApiFault && fault.status === 401);
      if (!passing || !waiting()) throw fault;
      do await pause(TRY_AGAIN_MS);
      while (locked.get());
    }
  }
};

export type CompletionState = 'idle' | 'sending' | 'waiting' | 'done';

/** Completes the task and goes on. What the server finds wrong is shown at the fields, anything else as a sentence. */
export const useCompletion = (me: Me, task: Task, showFaults: (faults: readonly FieldFault[]) => void) => {
  const t = useTaskTexts();
  const client = useQueryClient();
  const { route } = useLocation();
  const refusalWords = useRefusalWords();
  const [state, setState] = useState<CompletionState>('idle');
  const [fault, setFault] = useState('');
  const [offer, setOffer] = useState<ListedTask>();
  const shown = useRef(true);
  useEffect(
    () => () => {
      shown.current = false;
    },
    [],
  );

  const complete = async (values: Record<string, unknown>): Promise<void> => {
    setState('sending');
    setFault('');
    await dropDraft(task.taskId);
    try {
      const done = await completeAtLast(task.taskId, values, () => {
        setState('waiting');
        return shown.current;
      });
      setState('done');
      dropFromLists(client, task.taskId);
      client.setQueryData(['task', task.taskId], done);
      announce(t.said.completed(task.name, task.aktenzeichen));
      // Until the stream tells of the next step; it may have come before this answer.
      void client.invalidateQueries({ queryKey: ['case', task.caseId] });
      void client.invalidateQueries({ queryKey: ['tasks'] });
      if (shown.current) setOffer(await goOn({ client, me, route: (path) => shown.current && route(path), t }, task));
    } catch (refused) {
      setState('idle');
      const details = refused instanceof ApiFault && refused.status === 400 ? refused.details : undefined;
      if (Array.isArray(details)) {
        showFaults(details as FieldFault[]);
        keepDraft(task.taskId, values);
        return;
      }
      setFault(refusalWords(refused));
      void client.invalidateQueries({ queryKey: ['task', task.taskId] });
    }
  };
  return { state, fault, offer, complete };
};
