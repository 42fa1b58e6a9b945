import type { ComponentChildren } from 'preact';
import { useMe } from '../api/me.ts';
import { taskPath } from '../paths.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { useDeskTexts } from './words.ts';

export type Placed<Item> = Item & { gone: boolean };

type Props = {
  item: Placed<{ taskId: string; aktenzeichen: string; person: string; name: string; assignee: string | null; dueDate: string | null }>;
  /** What one goes to; the whole entry can be clicked. */
  title: ComponentChildren;
  marks?: ComponentChildren;
  /** Beside case and person. */
  notes: readonly ComponentChildren[];
  urgent?: boolean;
  children?: ComponentChildren;
};

/** One thing that waits: until when, what, whose. Done meanwhile, it stays where it is as long as somebody looks at it. */
export const DeskItem = ({ item, title, marks, notes, urgent = false, children }: Props) => {
  const t = useDeskTexts();
  const account = useMe()?.account;
  const { taskId, aktenzeichen, person, assignee, dueDate, gone } = item;
  return (
    <li data-task={taskId} class={`desk-item${urgent ? ' desk-item--urgent' : ''}${gone ? ' desk-item--gone' : ''}`}>
      <p class="desk-item__marks">
        {gone ? <span class="soft">{t.gone}</span> : <DueBadge dueDate={dueDate} words={t.due} />}
        {marks}
        {assignee !== null && assignee === account && <span class="badge">{t.mine}</span>}
      </p>
      <h3 class="desk-item__title">
        <a href={taskPath(taskId)}>{title}</a>
      </h3>
      {children}
      <p class="desk-item__notes">
        {[
          <span key="case" class="desk-item__case">
            {aktenzeichen}
          </span>,
          person,
          ...notes,
        ].map((note, index) => (
          <span key={index}>{note}</span>
        ))}
      </p>
    </li>
  );
};
