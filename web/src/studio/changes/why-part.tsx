import { useQueryClient } from '@tanstack/preact-query';
import type { MutableRef } from 'preact/hooks';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change } from '../../../../services/studio/changes/answers.ts';
import { Field } from '../../ui/field.tsx';
import { ChooseVersion, Differences, type Overtaken, OvertakenNote, overtakenOf } from '../../ui/overtaken.tsx';
import { changeCalls, useChangeAct } from '../queries.ts';
import { useStudioTexts } from '../words.ts';
import { Part } from './part.tsx';

const PAUSE_MS = 700;

type Texts = { title: string; reason: string };

type Props = {
  change: Change;
  edits: boolean;
  /** Hears the reason as it is typed, before it is kept. */
  onReason: (reason: string) => void;
  /** Holds what keeps at once what has been typed: whoever submits does not wait. */
  flush: MutableRef<() => Promise<void>>;
};

/** Kept as it is written. What others wrote meanwhile does not replace what stands in the field. */
const WhyForm = ({ change, onReason, flush }: Omit<Props, 'edits'>) => {
  const t = useStudioTexts();
  const [texts, setTexts] = useState<Texts>({ title: change.title, reason: change.reason });
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const write = useChangeAct(change.changeId, changeCalls(change.changeId).write);
  const kept = useRef<Texts>(texts);
  const version = useRef(change.wordsVersion);
  const [overtaken, setOvertaken] = useState<Overtaken>();
  const latest = useRef(texts);
  latest.current = texts;
  const waits = useRef(false);
  const client = useQueryClient();
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const keep = async (): Promise<void> => {
    await running.current;
    const now = latest.current;
    // Which of the two stays is for a person to say: until then nothing is kept.
    if (waits.current) return;
    if (now.title === kept.current.title && now.reason === kept.current.reason) {
      // Another call may be keeping it at this moment.
      await running.current;
      return;
    }
    const before = kept.current;
    kept.current = now;
    try {
      const writing = write.mutateAsync({ ...(now.title.trim() ? now : { reason: now.reason }), version: version.current });
      running.current = writing.catch(() => undefined);
      version.current = (await writing)?.wordsVersion ?? version.current;
      setSaid(t.why.saved);
      setFault('');
    } catch (refused) {
      kept.current = before;
      const found = overtakenOf(refused);
      waits.current = found !== undefined;
      setOvertaken(found);
      setFault(found ? '' : (refused as Error).message);
      if (found) await client.invalidateQueries({ queryKey: ['models', 'change', change.changeId] });
    }
  };
  flush.current = keep;
  useEffect(() => {
    onReason(texts.reason);
    setSaid('');
    const timer = setTimeout(() => void keep(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [texts]);
  useEffect(() => () => void keep(), []);
  /** What stands there now is known; the text that stays goes on from it. */
  const settle = (chosen: Texts): void => {
    kept.current = { title: change.title, reason: change.reason };
    version.current = change.wordsVersion;
    waits.current = false;
    setOvertaken(undefined);
    setTexts(chosen);
  };
  const set = (part: Partial<Texts>): void => setTexts((now) => ({ ...now, ...part }));
  return (
    <div class="why-form">
      <Field label={t.why.reason}>
        <textarea
          rows={4}
          lang="de"
          maxLength={4000}
          value={texts.reason}
          aria-describedby="warum-hinweis"
          onInput={(event) => set({ reason: event.currentTarget.value })}
          onBlur={() => void keep()}
        />
      </Field>
      <p id="warum-hinweis" class="field__hint">
        {t.why.reasonHint}
      </p>
      <Field label={t.why.name}>
        <input
          type="text"
          lang="de"
          maxLength={200}
          value={texts.title}
          onInput={(event) => set({ title: event.currentTarget.value })}
          onBlur={() => void keep()}
        />
      </Field>
      {overtaken && (
        <OvertakenNote overtaken={overtaken}>
          <Differences
            differences={[
              { label: t.why.reason, theirs: change.reason, mine: texts.reason },
              { label: t.why.name, theirs: change.title, mine: texts.title },
            ].filter(({ theirs, mine }) => theirs !== mine)}
          />
          <ChooseVersion onTheirs={() => settle({ title: change.title, reason: change.reason })} onMine={() => settle(texts)} />
        </OvertakenNote>
      )}
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
export const WhyPart = ({ change, edits, onReason, flush }: Props) => {
  const t = useStudioTexts();
  return (
    <Part step="why" title={t.why.title}>
      {edits ? (
        <WhyForm key={change.changeId} change={change} onReason={onReason} flush={flush} />
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
