import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me } from '../../../services/portal/answers.ts';
import { countOf, useDesk } from '../api/desk.ts';
import { may, useMe } from '../api/me.ts';
import { useStaffName } from '../api/staff.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { announce } from '../ui/announce.tsx';
import { useCalmList } from '../ui/use-calm-list.ts';
import { CheckItem } from './check-item.tsx';
import './desk.css';
import type { Placed } from './desk-item.tsx';
import { ObjectionItem } from './objection-item.tsx';
import { QuestionItem } from './question-item.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDeskTexts } from './words.ts';

type Held = { account: string; tasks: number }[];

type GroupProps<Item extends { taskId: string }> = {
  id: 'questions' | 'checks' | 'objections';
  items: readonly Item[];
  /** What colleagues hold: not mine to take, and not done. */
  others: Held;
  Entry: ComponentType<{ item: Placed<Item> }>;
};

const Frame = ({
  id,
  count,
  others,
  children,
}: Pick<GroupProps<never>, 'id' | 'others'> & { count: number; children: ComponentChildren }) => {
  const texts = useDeskTexts();
  const nameOf = useStaffName();
  const t = texts.groups[id];
  return (
    <section class={`desk-group desk-group--${id}`} aria-labelledby={`desk-${id}`}>
      <h2 id={`desk-${id}`} tabIndex={-1}>
        {t.title} <span class="desk-group__count">{count}</span>
      </h2>
      {count === 0 && others.length === 0 && <p class="desk-group__none">{t.none}</p>}
      {others.length > 0 && (
        <p class="desk-group__none">{texts.withOthers(others.map(({ account, tasks }) => texts.at(tasks, nameOf(account))).join(', '))}</p>
      )}
      {children}
    </section>
  );
};

/** Nothing moves under the pointer: what is gone is marked, what is new stands at the end or behind a button. */
const Group = <Item extends { taskId: string }>({ id, items, others, Entry }: GroupProps<Item>) => {
  const t = useDeskTexts();
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const { rows, fresh, showFresh } = useCalmList(items, id, pointer || focus);
  return (
    <Frame id={id} count={items.length} others={others}>
      {rows.length > 0 && (
        <ul
          class="desk-list"
          onPointerEnter={() => setPointer(true)}
          onPointerLeave={() => setPointer(false)}
          onFocusIn={() => setFocus(true)}
          onFocusOut={() => setFocus(false)}
        >
          {rows.map((item) => (
            <Entry key={item.taskId} item={item} />
          ))}
        </ul>
      )}
      {fresh > 0 && (
        <button type="button" class="desk-fresh" onClick={showFresh}>
          {t.fresh(fresh)}
        </button>
      )}
    </Frame>
  );
};

type Slots = {
  /** What else waits for this person. */
  News: ComponentType;
};

const DeskView = ({ me, News }: Slots & { me: Me }) => {
  const t = useDeskTexts();
  const desk = useDesk(me, { orFail: true });
  const page = useRef<HTMLDivElement>(null);
  useDeskKeys(page);
  const count = desk && countOf(desk);
  const before = useRef(count);
  useEffect(() => {
    if (count !== undefined && before.current !== undefined && count > before.current) announce(t.arrived(count - before.current));
    before.current = count;
  }, [count, t]);
  return (
    <div class="desk" ref={page}>
      <header class="desk-head">
        <h1>{t.title}</h1>
        <p class="desk-head__lead">{count === undefined ? t.loading : count === 0 ? t.nothing : t.lead}</p>
        <p class="desk-head__keys">
          <kbd>j</kbd> <kbd>k</kbd> {t.keys.walk} · <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> {t.keys.groups}
        </p>
      </header>
      <News />
      {desk && (
        <div class="desk__columns">
          <Group id="questions" items={desk.escalations} others={desk.withOthers.escalations} Entry={QuestionItem} />
          <div class="desk__second">
            <Group id="checks" items={desk.secondChecks} others={desk.withOthers.secondChecks} Entry={CheckItem} />
            <Group id="objections" items={desk.objections} others={desk.withOthers.objections} Entry={ObjectionItem} />
          </div>
        </div>
      )}
    </div>
  );
};

/** "Fragen an mich": where a legal specialist's day begins. Nobody finds their own work here. */
export const DeskPage = (slots: Slots) => {
  const me = useMe();
  if (!me) return null;
  return may(me, 'answer-questions') ? <DeskView me={me} {...slots} /> : <NotFoundPage />;
};
