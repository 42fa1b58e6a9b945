import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me } from '../../../services/portal/answers.ts';
import type { TaskCounts } from '../../../services/tasks/answers.ts';
import { may, useMe } from '../api/me.ts';
import type { TaskQuery } from '../api/tasks.ts';
import { announce } from '../ui/announce.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import './inbox.css';
import { useCalmList } from '../ui/use-calm-list.ts';
import { InboxHead, useCountText } from './inbox-head.tsx';
import { InboxSearch } from './inbox-search.tsx';
import type { KeyHelp } from './key-help.tsx';
import { TaskTable } from './task-table.tsx';
import { useNextTask, useTakeOrReturn, useTaskCounts, useTaskList } from './use-inbox.ts';
import { useInboxQuery } from './use-inbox-query.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useInboxTexts } from './words.ts';

type EmptyProps = { me: Me; current: TaskQuery; counts: TaskCounts | undefined; hrefOf: ReturnType<typeof useInboxQuery>['hrefOf'] };

/** An empty list says why, and what to do instead. */
const Empty = ({ me, current, counts, hrefOf }: EmptyProps) => {
  const t = useInboxTexts();
  const countText = useCountText();
  const { view, only, section, query } = current;
  if (only || section || query) {
    return (
      <p class="inbox__empty">
        {t.empty.filtered} <a href={hrefOf({ only: undefined, section: undefined, query: undefined })}>{t.reset}</a>
      </p>
    );
  }
  if (!may(me, 'take-tasks')) return <p class="inbox__empty">{t.empty.trainee}</p>;
  const waiting = view === 'mine' ? (counts?.views.group ?? 0) : 0;
  return (
    <p class="inbox__empty">
      {t.empty[view]}{' '}
      {waiting > 0 && (
        <>
          {t.empty.mineGroup(countText(waiting))} <a href={hrefOf({ view: 'group' })}>{t.empty.toGroup}</a>
        </>
      )}
    </p>
  );
};

type Slots = {
  /** What is new for this person; `ready`: the list is there, and nothing has to wait for the news any more. */
  News: ComponentType<{ ready: boolean }>;
};

const Inbox = ({ me, News }: Slots & { me: Me }) => {
  const t = useInboxTexts();
  const { current, hrefOf, go } = useInboxQuery(me);
  const { items, hasNextPage, fetchNextPage, isFetchingNextPage } = useTaskList(current);
  const counts = useTaskCounts(current);
  const next = useNextTask(me);
  const takeOrReturn = useTakeOrReturn(me);
  const [busy, setBusy] = useState({ pointer: false, focus: false });
  const [help, setHelp] = useState(false);
  // The list of keys and its words are fetched by whoever asks for them.
  const [Help, setHelpView] = useState<ComponentType<Parameters<typeof KeyHelp>[0]>>();
  const showHelp = () =>
    void import('./key-help.tsx').then((view) => {
      setHelpView(() => view.KeyHelp);
      setHelp(true);
    });
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows, fresh, showFresh } = useCalmList(items, hrefOf({}), busy.pointer || busy.focus);

  useRowKeys(body, {
    next: () => void next.open(),
    take: (taskId) => {
      const task = rows.find((row) => row.taskId === taskId);
      if (task) void takeOrReturn(task);
    },
    help: showHelp,
  });
  useEffect(() => {
    if (fresh > 0) announce(t.freshSaid(fresh));
  }, [fresh, t]);

  const more = async (): Promise<void> => {
    const before = items?.length ?? 0;
    const { data } = await fetchNextPage();
    announce(t.added((data?.pages.flatMap((page) => page.items).length ?? before) - before));
    body.current?.querySelectorAll<HTMLElement>('th a')[before]?.focus();
  };

  return (
    <div class="inbox">
      <InboxHead
        current={current}
        hrefOf={hrefOf}
        counts={counts}
        next={
          <div class="inbox__next">
            <span role="status">{next.message}</span>
            <Button primary disabled={next.searching} aria-keyshortcuts="n" onClick={() => void next.open()}>
              {next.searching ? t.nextSearching : t.next}
            </Button>
          </div>
        }
      >
        <InboxSearch key={current.query ?? ''} current={current} go={go} />
        <LinkButton class="inbox__keys" onClick={showHelp}>
          {t.help}
        </LinkButton>
      </InboxHead>
      {items?.length === 0 && rows.length === 0 && <Empty me={me} current={current} counts={counts} hrefOf={hrefOf} />}
      {rows.length > 0 && (
        <div
          class="scroll"
          aria-busy={items === undefined}
          onPointerEnter={() => setBusy((now) => ({ ...now, pointer: true }))}
          onPointerLeave={() => setBusy((now) => ({ ...now, pointer: false }))}
          onFocusIn={() => setBusy((now) => ({ ...now, focus: true }))}
          onFocusOut={() => setBusy((now) => ({ ...now, focus: false }))}
        >
          <TaskTable rows={rows} current={current} account={me.account} hrefOf={hrefOf} body={body} />
        </div>
      )}
      {hasNextPage && (
        <Button small class="inbox__more" disabled={isFetchingNextPage} onClick={() => void more()}>
          {t.more}
        </Button>
      )}
      <div class="inbox__foot">
        {fresh > 0 && (
          <button type="button" class="inbox__fresh" onClick={showFresh}>
            {t.fresh(fresh)}
          </button>
        )}
        <News ready={items !== undefined} />
      </div>
      {Help && <Help open={help} onClose={() => setHelp(false)} />}
    </div>
  );
};

/** The list one works from all day. */
export const InboxPage = (slots: Slots) => {
  const me = useMe();
  return me ? <Inbox me={me} {...slots} /> : null;
};
