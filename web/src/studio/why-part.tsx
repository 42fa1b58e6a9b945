import { useEffect, useRef, useState } from 'preact/hooks';
import { Part } from './part.tsx';
import { changeCalls, useChangeAct } from './queries.ts';
import type { Change } from './types.ts';
import { useStudioTexts } from './use-studio-texts.ts';

const PAUSE_MS = 700;

type Texts = { title: string; reason: string };

/** Kept as it is written. What others wrote meanwhile does not replace what stands in the field. */
const WhyForm = ({ change }: { change: Change }) => {
  const t = useStudioTexts();
  const [texts, setTexts] = useState<Texts>({ title: change.title, reason: change.reason });
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const write = useChangeAct(change.changeId, changeCalls(change.changeId).write);
  const kept = useRef<Texts>(texts);
  const latest = useRef(texts);
  latest.current = texts;
  const keep = async (): Promise<void> => {
    const now = latest.current;
    if (now.title === kept.current.title && now.reason === kept.current.reason) return;
    const before = kept.current;
    kept.current = now;
    try {
      await write.mutateAsync(now.title.trim() ? now : { reason: now.reason });
      setSaid(t.why.saved);
      setFault('');
    } catch (refused) {
      kept.current = before;
      setFault((refused as Error).message);
    }
  };
  useEffect(() => {
    setSaid('');
    const timer = setTimeout(() => void keep(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [texts]);
  useEffect(() => () => void keep(), []);
  const set = (part: Partial<Texts>): void => setTexts((now) => ({ ...now, ...part }));
  return (
    <div class="why-form">
      <label class="field">
        <span class="field__label">{t.why.reason}</span>
        <textarea
          rows={4}
          lang="de"
          maxLength={4000}
          value={texts.reason}
          aria-describedby="warum-hinweis"
          onInput={(event) => set({ reason: event.currentTarget.value })}
          onBlur={() => void keep()}
        />
      </label>
      <p id="warum-hinweis" class="field__hint">
        {t.why.reasonHint}
      </p>
      <label class="field">
        <span class="field__label">{t.why.name}</span>
        <input
          type="text"
          lang="de"
          maxLength={200}
          value={texts.title}
          onInput={(event) => set({ title: event.currentTarget.value })}
          onBlur={() => void keep()}
        />
      </label>
      {fault && (
        <p class="field__fault" role="alert">
          {fault}
        </p>
      )}
      <p role="status" class="said">
        {said}
      </p>
    </div>
  );
};

/** The one text that says what the change is for: the release, the history and the note to the clerks show it. */
export const WhyPart = ({ change, edits }: { change: Change; edits: boolean }) => {
  const t = useStudioTexts();
  return (
    <Part step="why" title={t.why.title}>
      {edits ? (
        <WhyForm key={change.changeId} change={change} />
      ) : change.reason ? (
        <p class="why-text" lang="de">
          {change.reason}
        </p>
      ) : (
        <p class="soft">{t.why.none}</p>
      )}
    </Part>
  );
};
