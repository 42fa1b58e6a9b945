import { useState } from 'preact/hooks';
import { useDraft } from '../api/drafts.ts';
import { useStaffName } from '../api/staff.ts';
import { useFormat } from '../i18n/format.ts';
import { DraftSheet } from './draft-panel.tsx';
import { useLegalTexts } from './legal-words.ts';

/** Why a decision was given back, each time. Whoever writes it anew can read what was given back; whoever signs has it beside the form anyway. */
export const ReturnedCard = ({ taskId, readable }: { taskId: string; readable: boolean }) => {
  const t = useLegalTexts().returns;
  const nameOf = useStaffName();
  const { day } = useFormat();
  const draft = useDraft(taskId);
  const [open, setOpen] = useState(false);
  if (!draft || draft.returned.length === 0) return null;
  return (
    <section class="legal-card legal-card--warn" aria-labelledby="rueckgaben">
      <h2 id="rueckgaben">{t.title(draft.returned.length)}</h2>
      <ol class="returns">
        {draft.returned.toReversed().map(({ by, at, reason }) => (
          <li key={at}>
            <span class="returns__who">{t.by(nameOf(by), day(at))}</span>
            <q lang="de">{reason}</q>
          </li>
        ))}
      </ol>
      {readable && (
        <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t.read}</summary>
          {open && <DraftSheet draft={draft} changes={null} />}
        </details>
      )}
    </section>
  );
};
