import type { RefObject } from 'preact';
import { useStaffName } from '../api/staff.ts';
import type { TaskQuery } from '../api/tasks.ts';
import { useFormat } from '../i18n/format.ts';
import { usePriorityNames } from '../office/priority-words.ts';
import { taskPath } from '../paths.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import type { Row } from '../ui/use-calm-list.ts';
import type { useInboxQuery } from './use-inbox-query.ts';
import { useInboxTexts } from './words.ts';

const Assignee = ({ assignee, account }: { assignee: string | null; account: string }) => {
  const t = useInboxTexts();
  const nameOf = useStaffName();
  if (assignee === null) return <span class="inbox-free">{t.free}</span>;
  return assignee === account ? <strong>{t.me}</strong> : <span>{nameOf(assignee)}</span>;
};

const TaskRow = ({ task, account, alike }: { task: Row; account: string; alike: boolean }) => {
  const t = useInboxTexts();
  const priorities = usePriorityNames();
  const { day } = useFormat();
  const { taskId, aktenzeichen, person, birthDate, name, section, team, priority, dueDate, createdAt, assignee, gone } = task;
  return (
    <tr data-task={taskId} class={gone ? 'inbox-row--gone' : ''}>
      <td class="inbox-cell--due">{gone ? <span class="soft">{t.gone}</span> : <DueBadge dueDate={dueDate} words={t.due} />}</td>
      <th scope="row">
        <a href={taskPath(taskId)}>{aktenzeichen}</a>
        <span class="inbox-narrow">
          <strong class="person-name">{person}</strong>
          {alike && <span class="born">{t.born(day(birthDate))}</span>}
          <br />
          <span lang="de">{name}</span> · <Assignee assignee={assignee} account={account} />
        </span>
      </th>
      <td class="inbox-wide inbox-cell--person person-name">
        {person}
        {alike && <span class="born">{t.born(day(birthDate))}</span>}
      </td>
      <td class="inbox-wide inbox-cell--task" lang="de">
        {name}
      </td>
      <td class="inbox-wide">{team ?? (section ? t.sectionShort(section) : '')}</td>
      <td class={`inbox-wide inbox-prio inbox-prio--${priority}`}>{priorities[priority] ?? priority}</td>
      <td class="inbox-wide inbox-cell--since">{day(createdAt)}</td>
      <td class="inbox-cell--assignee">
        <Assignee assignee={assignee} account={account} />
      </td>
    </tr>
  );
};

const columns = ['dueDate', 'aktenzeichen', 'person', 'name', 'team', 'priority', 'createdAt', 'assignee'] as const;
const sortable: readonly string[] = ['dueDate', 'priority', 'createdAt'];
const always: readonly string[] = ['dueDate', 'aktenzeichen'];

type Props = {
  rows: readonly Row[];
  current: TaskQuery;
  account: string;
  hrefOf: ReturnType<typeof useInboxQuery>['hrefOf'];
  body: RefObject<HTMLTableSectionElement>;
};

/** The open tasks. Three columns sort, by a link each. */
export const TaskTable = ({ rows, current, account, hrefOf, body }: Props) => {
  const t = useInboxTexts();
  const sort = current.sort ?? 'dueDate';
  // Two of one name are told apart by their birthdays; what nobody needs takes no line.
  const isAlike = (task: Row): boolean => rows.some((other) => other.person === task.person && other.birthDate !== task.birthDate);
  const head = (column: (typeof columns)[number]) => {
    const direction = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined;
    const next = direction === 'ascending' ? `-${column}` : column;
    return (
      <th key={column} scope="col" class={always.includes(column) ? '' : 'inbox-wide'} aria-sort={direction}>
        {sortable.includes(column) ? (
          <a class="inbox-sort" href={hrefOf({ sort: next === 'dueDate' ? undefined : next })}>
            {t.columns[column]}
            <span aria-hidden="true" class="inbox-sort__sign">
              {direction === 'descending' ? '▼' : direction ? '▲' : '↕'}
            </span>
          </a>
        ) : (
          t.columns[column]
        )}
      </th>
    );
  };
  return (
    <table class="table inbox-table">
      <caption class="visually-hidden">{t.caption}</caption>
      <thead>
        <tr>{columns.map(head)}</tr>
      </thead>
      <tbody ref={body}>
        {rows.map((task) => (
          <TaskRow key={task.taskId} task={task} account={account} alike={isAlike(task)} />
        ))}
      </tbody>
    </table>
  );
};
