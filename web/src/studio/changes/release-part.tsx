import type { ComponentChildren } from 'preact';
import type { MutableRef } from 'preact/hooks';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Change, Finding } from '../../../../services/studio/changes/answers.ts';
import { ApiFault } from '../../api/client.ts';
import { releasePath } from '../../paths.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { InlineForm } from '../../ui/inline-form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { changeCalls, useChangeAct } from '../queries.ts';
import { useStudioTexts } from '../words.ts';
import { signersOf } from './missing.ts';
import { Part } from './part.tsx';
import { useSignerNames } from './use-state-sentence.ts';
import { useChangesTexts } from './words.ts';

/** Why the server refused, with the findings it names. */
const Fault = ({ error }: { error: Error | null }) => {
  const t = useChangesTexts().release;
  if (!error) return null;
  const found = error instanceof ApiFault ? (error.details as { findings?: Finding[] } | undefined)?.findings : undefined;
  const details = (found ?? []).filter((each) => each.severity === 'error');
  return (
    <Notice block tone="alarm" role="alert">
      <p>{error.message}</p>
      {details.length > 0 && (
        <>
          <p>{t.findings}</p>
          <ul class="plain-list" lang="de">
            {details.slice(0, 10).map((each, index) => (
              <li key={index}>{each.message}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
};

type ActProps = {
  change: Change;
  act: () => Promise<Change>;
  text: string;
  said: string;
  primary?: boolean;
  disabled?: boolean;
  onSaid: (said: string) => void;
};

const ActButton = ({ change, act, text, said, primary, disabled, onSaid }: ActProps) => {
  const command = useChangeAct(change.changeId, act);
  return (
    <>
      <Button
        primary={primary}
        disabled={command.isPending || disabled}
        onClick={() => command.mutate(undefined, { onSuccess: () => onSaid(said) })}
      >
        {text}
      </Button>
      <Fault error={command.error} />
    </>
  );
};

const GiveBack = ({ change, onSaid, onCancel }: { change: Change; onSaid: (said: string) => void; onCancel: () => void }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const [comment, setComment] = useState('');
  const giveBack = useChangeAct(change.changeId, changeCalls(change.changeId).giveBack);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = async (): Promise<void> => {
    await giveBack.mutateAsync(comment.trim());
    onSaid(own.release.returned);
  };
  return (
    <InlineForm
      send={own.release.giveBack}
      missing={() => (comment.trim() ? undefined : own.release.needsComment)}
      onSend={send}
      cancel={{ text: t.cancel, act: onCancel }}
    >
      <Field label={own.release.giveBackComment}>
        <textarea
          ref={field}
          rows={3}
          maxLength={2000}
          lang="de"
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </Field>
    </InlineForm>
  );
};

const Discard = ({ change, onSaid, onCancel }: { change: Change; onSaid: (said: string) => void; onCancel: () => void }) => {
  const t = useStudioTexts();
  const own = useChangesTexts();
  const discard = useChangeAct(change.changeId, changeCalls(change.changeId).discard);
  const send = async (): Promise<void> => {
    await discard.mutateAsync();
    onSaid(own.release.discarded);
  };
  return (
    <InlineForm send={own.release.discard} danger missing={() => undefined} onSend={send} cancel={{ text: t.cancel, act: onCancel }}>
      <p>{own.release.discardSure}</p>
    </InlineForm>
  );
};

const Hint = ({ children }: { children: ComponentChildren }) => <p class="field__hint">{children}</p>;

type Props = {
  change: Change;
  /** Nothing is missing. */
  ready: boolean;
  /** Keeps what has been typed a moment ago. */
  flush: MutableRef<() => Promise<void>>;
};

/** What can be done with the change now. Only what the server would allow is offered; why not, if not, stands beside it. */
export const ReleasePart = ({ change, ready, flush }: Props) => {
  const t = useChangesTexts().release;
  const signers = useSignerNames();
  const [open, setOpen] = useState<'giveBack' | 'discard'>();
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const calls = changeCalls(change.changeId);
  const may = (verb: Change['may'][number]): boolean => change.may.includes(verb);
  // The button pressed is gone with the state it belonged to; the focus must not be lost with it.
  useEffect(() => {
    if (said) status.current?.focus();
  }, [said]);
  const done = (text: string): void => {
    setOpen(undefined);
    setSaid(text);
  };
  const submit = async (): Promise<Change> => {
    await flush.current();
    return calls.submit();
  };
  const toggle = (which: 'giveBack' | 'discard') => (): void => setOpen(open === which ? undefined : which);
  const waits = change.state === 'zur-freigabe';
  return (
    <Part step="release" title={t.title}>
      {may('submit') && <Hint>{t.submitHint(signers(signersOf(change)))}</Hint>}
      {may('approve') && <Hint>{t.approveHint}</Hint>}
      {waits && !may('approve') && change.mayNotBecause && <Notice>{change.mayNotBecause}</Notice>}
      <div class="buttons">
        {may('submit') && (
          <ActButton change={change} act={submit} text={t.submit} said={t.submitted} primary disabled={!ready} onSaid={done} />
        )}
        {may('approve') && (
          <ActButton
            change={change}
            act={() => calls.approve(change.submittedAt)}
            text={t.approve}
            said={t.approved}
            primary
            onSaid={done}
          />
        )}
        {may('return') && (
          <Button aria-expanded={open === 'giveBack'} onClick={toggle('giveBack')}>
            {t.giveBack}
          </Button>
        )}
        {may('reopen') && <ActButton change={change} act={calls.reopen} text={t.reopen} said={t.reopened} onSaid={done} />}
        {may('discard') && (
          <LinkButton aria-expanded={open === 'discard'} onClick={toggle('discard')}>
            {t.discard}
          </LinkButton>
        )}
        {change.releaseNo !== null && <a href={releasePath(change.releaseNo)}>{t.toRelease(change.releaseNo)}</a>}
      </div>
      {open === 'giveBack' && <GiveBack change={change} onSaid={done} onCancel={() => setOpen(undefined)} />}
      {open === 'discard' && <Discard change={change} onSaid={done} onCancel={() => setOpen(undefined)} />}
      <p ref={status} role="status" class="said" tabIndex={-1}>
        {said}
      </p>
    </Part>
  );
};
