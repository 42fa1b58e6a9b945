import { useRef, useState } from 'preact/hooks';
import type { Draft } from '../../../services/letters/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { useDraft } from '../api/drafts.ts';
import { useStaffName } from '../api/staff.ts';
import { useBescheidName } from '../office/bescheide.ts';
import { Button } from '../ui/button.tsx';
import { ChangedBlock, PlainBlock } from './draft-block.tsx';
import './draft.css';
import { useLegalTexts } from './legal-words.ts';

/** The letter on its sheet, with changes or as it would go out. */
export const DraftSheet = ({ draft, changes }: { draft: Draft; changes: Draft['changes'] }) => (
  <article class="draft-sheet" lang="de">
    <h2 class="draft-sheet__subject">{draft.subject}</h2>
    {changes
      ? changes.map((change, index) => <ChangedBlock key={index} change={change} />)
      : draft.blocks.map((block, index) => <PlainBlock key={index} block={block} />)}
  </article>
);

type BarProps = { draft: Draft; shows: boolean; setShows: (shows: boolean) => void; onNext: () => void };

/** What is new since the last look, and the way there. */
const ChangeBar = ({ draft, shows, setShows, onNext }: BarProps) => {
  const t = useLegalTexts().draft;
  const count = draft.changes?.filter(({ kind }) => kind !== 'same').length ?? 0;
  return (
    <div class="draft-bar">
      <p class="draft-bar__words">{draft.changes === null ? t.firstLook : count === 0 ? t.unchanged : t.changed(count)}</p>
      {count > 0 && (
        <label class="tick draft-bar__tick">
          <input type="checkbox" checked={shows} onChange={(event) => setShows(event.currentTarget.checked)} />
          {t.show}
        </label>
      )}
      {count > 0 && shows && (
        <Button small onClick={onNext}>
          {t.next}
        </Button>
      )}
      <Button small onClick={() => print()}>
        {t.print}
      </Button>
    </div>
  );
};

/** The decision somebody is asked to sign, beside the form. */
export const DraftPanel = ({ task }: { task: Task }) => {
  const t = useLegalTexts().draft;
  const bescheidName = useBescheidName();
  const nameOf = useStaffName();
  const draft = useDraft(task.taskId);
  const [shows, setShows] = useState(true);
  const panel = useRef<HTMLElement>(null);
  const at = useRef(-1);
  const next = (): void => {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    at.current = (at.current + 1) % all.length;
    const target = all[at.current];
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'center' });
  };
  if (!draft) {
    return (
      <section class="draft" aria-label={t.title} aria-busy={draft === undefined}>
        <p class="soft">{draft === null ? t.none : t.loading}</p>
      </section>
    );
  }
  return (
    <section class="draft" ref={panel} aria-label={t.title}>
      <header class="draft-head">
        <p class="draft-head__what">
          <strong>{bescheidName(draft.typ)}</strong>
          {draft.author && <span> · {t.author(nameOf(draft.author))}</span>}
        </p>
        <p class="draft-head__not-sent">
          {t.notSent} · {task.aktenzeichen}
        </p>
        <ChangeBar draft={draft} shows={shows} setShows={setShows} onNext={next} />
      </header>
      <DraftSheet draft={draft} changes={shows ? draft.changes : null} />
      <p class="draft__note">{t.exactHint}</p>
    </section>
  );
};
