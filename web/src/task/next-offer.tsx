import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '../../../services/portal/answers.ts';
import type { ListedTask, Task } from '../../../services/tasks/answers.ts';
import { homeOf } from '../api/me.ts';
import { findNextTask, isTaken } from '../api/next-task.ts';
import { claimTask } from '../api/tasks.ts';
import { taskPath } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { DueBadge } from '../ui/due-badge.tsx';
import { flash } from '../ui/flash.tsx';
import { onSingleKey } from '../ui/single-keys.ts';
import { useCaseOfTask } from './task-side.tsx';
import { useTaskTexts } from './words.ts';

/** The next step of this case, should it have come to me after all. */
const useOwnStep = (me: Me, done: Task) =>
  useCaseOfTask(done.caseId)?.tasks.find((task) => task.taskId !== done.taskId && task.status === 'offen' && task.assignee === me.account);

type Props = { me: Me; done: Task; first: ListedTask };

/**
 * What comes after a task that is done: the most urgent one is offered, and taken by one press, never by itself. Who goes home, looks something up or
 * takes another one leaves nothing behind that colleagues believe to be in work. The case that was worked on stays in sight meanwhile.
 */
export const NextOffer = ({ me, done, first }: Props) => {
  const t = useTaskTexts();
  const client = useQueryClient();
  const { route } = useLocation();
  const [next, setNext] = useState<ListedTask | undefined>(first);
  const [said, setSaid] = useState('');
  const [taking, setTaking] = useState(false);
  const refused = useRef(new Set([done.taskId]));
  const button = useRef<HTMLButtonElement>(null);
  const step = useOwnStep(me, done);
  const mine = next?.assignee === me.account;

  const take = async (): Promise<void> => {
    if (!next || taking) return;
    setTaking(true);
    try {
      if (!mine) client.setQueryData(['task', next.taskId], await claimTask(next.taskId));
      const path = taskPath(next.taskId);
      flash(t.offer.here, path);
      route(path);
    } catch (fault) {
      setTaking(false);
      if (!isTaken(fault)) return setSaid(t.failed);
      refused.current.add(next.taskId);
      setSaid(t.offer.taken(next.name, next.aktenzeichen));
      setNext(await findNextTask(me, refused.current).catch(() => undefined));
    }
  };
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    button.current?.focus();
    return onSingleKey({ n: () => void latest.current() });
  }, []);

  return (
    <footer class="task-footer">
      <p role="status" class="task-offer__said">
        {t.said.completed(done.name, done.aktenzeichen)} {said}
      </p>
      {step && (
        <p class="task-offer__step">
          {t.offer.step}{' '}
          <a href={taskPath(step.taskId)} lang="de">
            {step.name}
          </a>
        </p>
      )}
      {next ? (
        <p class="task-offer__next">
          {t.offer.next} <strong lang="de">{next.name}</strong> · {next.aktenzeichen} · <span class="person-name">{next.person}</span>{' '}
          <DueBadge dueDate={next.dueDate} words={t.due} />
        </p>
      ) : (
        <p>{t.said.noneLeft}</p>
      )}
      <div class="buttons">
        {next && (
          <Button primary at={button} disabled={taking} onClick={() => void take()}>
            {mine ? t.offer.open : t.offer.take}
          </Button>
        )}
        <ButtonLink href={homeOf(me)}>{t.offer.list}</ButtonLink>
      </div>
    </footer>
  );
};
