import { useState } from 'preact/hooks';
import { isFolded, keepFolded } from '../ui/folds.ts';
import './law.css';
import type { LawState } from '../../../services/legal/answers.ts';
import { useBannerTexts } from './banner-words.ts';
import { useLawState } from './use-law-state.ts';

const fold = (name: string): string => `rechtslage-${name}`;

/** In full until the person folds it: a warning that is the same on every case is soon seen by nobody. Its name stays in sight. */
const Note = ({ change: { name, text } }: { change: LawState['changes'][number] }) => {
  const t = useBannerTexts();
  const [folded] = useState(() => isFolded(fold(name)));
  return (
    <details class="notice notice--warn law-banner" open={!folded} onToggle={(event) => keepFolded(fold(name), !event.currentTarget.open)}>
      <summary>
        <strong>{t.changed}</strong> <span lang="de">{name}</span>
      </summary>
      <p lang="de">{text}</p>
    </details>
  );
};

/** Over the work in a process that a change of the law touches and that does not know it yet. */
export const LawBanner = ({ processes }: { processes: readonly (string | null | undefined)[] }) => {
  const touching = useLawState()?.changes.filter((change) => processes.some((id) => id && change.processes.includes(id))) ?? [];
  return (
    <>
      {touching.map((change) => (
        <Note key={change.name} change={change} />
      ))}
    </>
  );
};
