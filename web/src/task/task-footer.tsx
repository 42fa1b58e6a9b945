import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '../../../services/portal/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { homeOf } from '../api/me.ts';
import { claimTask, releaseTask } from '../api/tasks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { flash } from '../ui/flash.tsx';
import { flushDraft } from './draft-keeper.ts';
import { DraftLine } from './draft-line.tsx';
import { Assign, HandOver } from './pass-on.tsx';
import { ReleaseOther } from './release-other.tsx';
import type { CompletionState } from './use-completion.ts';
import { useRefusalWords } from './use-refusal-words.ts';
import { useTaskTexts } from './words.ts';

type Props = { me: Me; task: Task; completion: { state: CompletionState; fault: string }; onComplete: () => void; onClaimed: () => void };

/** What can be done with the task, always in sight. Only what the server would allow is offered. */
export const TaskFooter = ({ me, task, completion, onComplete, onClaimed }: Props) => {
  const t = useTaskTexts();
  const client = useQueryClient();
  const { route } = useLocation();
  const words = useRefusalWords();
  const [open, setOpen] = useState<'handover' | 'assign' | 'release'>();
  const [fault, setFault] = useState('');
  const opener = useRef<HTMLButtonElement | null>(null);
  const { taskId, may } = task;
  const mine = task.assignee === me.account;
  const can = (verb: Task['may'][number]): boolean => may.includes(verb);

  const act = async (action: () => Promise<void>): Promise<void> => {
    setFault('');
    try {
      await action();
    } catch (refused) {
      setFault(words(refused));
      void client.invalidateQueries({ queryKey: ['task', taskId] });
    }
  };
  const claim = async (): Promise<void> => {
    client.setQueryData(['task', taskId], await claimTask(taskId));
    announce(t.said.claimed);
    onClaimed();
    void client.invalidateQueries({ queryKey: ['tasks'] });
  };
  const leave = async (said: string): Promise<void> => {
    void client.invalidateQueries({ queryKey: ['tasks'] });
    flash(said, homeOf(me));
    route(homeOf(me));
  };
  const release = async (): Promise<void> => {
    await flushDraft(taskId);
    await releaseTask(taskId);
    await leave(t.said.released(task.name));
  };
  const save = async (): Promise<void> => {
    await flushDraft(taskId);
    announce(t.said.draftSaved);
  };
  const toggle = (which: 'handover' | 'assign' | 'release') => (event: MouseEvent) => {
    opener.current = event.currentTarget as HTMLButtonElement;
    setOpen(open === which ? undefined : which);
  };
  const cancel = (): void => {
    setOpen(undefined);
    opener.current?.focus();
  };
  const passOn = { task, onDone: leave, onCancel: cancel, before: () => (mine ? flushDraft(taskId) : Promise.resolve()) };
  const busy = completion.state !== 'idle';
  const message = completion.state === 'waiting' ? t.waiting : completion.fault || fault;
  if (may.length === 0 && !message) return null;

  return (
    <footer class="task-footer">
      {open === 'handover' && <HandOver {...passOn} />}
      {open === 'assign' && <Assign {...passOn} />}
      {open === 'release' && <ReleaseOther {...passOn} />}
      <p role="alert" class="task-footer__fault">
        {message}
      </p>
      <div class="buttons">
        {can('claim') && (
          <Button primary onClick={() => void act(claim)}>
            {t.claim}
          </Button>
        )}
        {can('complete') && (
          <Button primary disabled={busy} onClick={onComplete}>
            {busy ? t.completing : t.complete}
          </Button>
        )}
        {can('draft') && (
          <Button disabled={busy} onClick={() => void act(save)}>
            {t.saveDraft}
          </Button>
        )}
        {can('release') && mine && (
          <Button disabled={busy} onClick={() => void act(release)}>
            {t.release}
          </Button>
        )}
        {can('release') && !mine && (
          <Button aria-expanded={open === 'release'} onClick={toggle('release')}>
            {t.releaseOther}
          </Button>
        )}
        {can('handover') && (
          <Button aria-expanded={open === 'handover'} disabled={busy} onClick={toggle('handover')}>
            {t.handover}
          </Button>
        )}
        {can('assign') && (
          <Button aria-expanded={open === 'assign'} disabled={busy} onClick={toggle('assign')}>
            {t.assign}
          </Button>
        )}
        {mine && <DraftLine taskId={taskId} />}
      </div>
    </footer>
  );
};
