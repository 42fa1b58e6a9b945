import type { ComponentChildren } from 'preact';
import type { TaskCounts } from '../../../services/tasks/answers.ts';
import { MOST_COUNTED, type TaskFilter, type TaskQuery, type TaskView } from '../api/tasks.ts';
import { useFormat } from '../i18n/format.ts';
import { casesPath, searchOf } from '../paths.ts';
import type { useInboxQuery } from './use-inbox-query.ts';
import { useInboxTexts } from './words.ts';

type Address = Pick<ReturnType<typeof useInboxQuery>, 'hrefOf'> & { current: TaskQuery; counts: TaskCounts | undefined };

export const useCountText = () => {
  const t = useInboxTexts();
  const { number } = useFormat();
  return (count: number): string => (count >= MOST_COUNTED ? t.most(number(MOST_COUNTED - 1)) : number(count));
};

const views: TaskView[] = ['mine', 'group', 'all'];
const filters: TaskFilter[] = ['overdue', 'today', 'unassigned'];

const Views = ({ current, hrefOf, counts }: Address) => {
  const t = useInboxTexts();
  const countText = useCountText();
  return (
    <nav class="inbox-views" aria-label={t.views.label}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <a href={hrefOf({ view, only: undefined })} aria-current={view === current.view ? 'true' : undefined}>
              {t.views[view]} {counts && <span class="inbox-count">{countText(counts.views[view])}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Cases that wait have no task: the link leads to the list of cases, narrowed as this one is. */
const waitingHref = ({ view, section, query }: TaskQuery): string =>
  `${casesPath}${searchOf({ query, section, status: 'wartet', mine: view === 'mine' ? 'true' : undefined })}`;

/** Links that narrow the list; the one in force takes itself back. */
const Filters = ({ current, hrefOf, counts }: Address) => {
  const t = useInboxTexts();
  const countText = useCountText();
  // What is mine is never without somebody.
  const offered = filters.filter((only) => only !== 'unassigned' || current.view !== 'mine' || current.only === only);
  return (
    <nav class="inbox-filters" aria-label={t.filters.label}>
      <ul>
        {offered.map((only) => {
          const on = only === current.only;
          return (
            <li key={only}>
              <a
                href={hrefOf({ only: on ? undefined : only })}
                class={`inbox-filter inbox-filter--${only}${counts && counts[only] === 0 && !on ? ' inbox-filter--none' : ''}`}
                aria-current={on ? 'true' : undefined}
                title={on ? t.filterOff(t.filters[only]) : undefined}
              >
                {t.filters[only]} {counts && <span class="inbox-count">{countText(counts[only])}</span>}
                {on && <span aria-hidden="true"> ×</span>}
              </a>
            </li>
          );
        })}
        <li>
          <a href={waitingHref(current)} class={`inbox-filter${counts?.waiting === 0 ? ' inbox-filter--none' : ''}`} title={t.waitingTitle}>
            {t.filters.waiting} {counts && <span class="inbox-count">{countText(counts.waiting)}</span>}
          </a>
        </li>
      </ul>
    </nav>
  );
};

/** Headline with count, views and the way to the next task; below, what narrows the list. */
export const InboxHead = ({ next, children, ...address }: Address & { next: ComponentChildren; children: ComponentChildren }) => {
  const t = useInboxTexts();
  const countText = useCountText();
  const { current, counts } = address;
  const title = t.titles[current.view];
  return (
    <>
      <div class="inbox__head">
        <h1>{counts ? t.titleWithCount(title, countText(counts.views[current.view])) : title}</h1>
        <Views {...address} />
        {next}
      </div>
      <div class="inbox__tools">
        <Filters {...address} />
        {children}
      </div>
    </>
  );
};
