import { useState } from 'preact/hooks';
import type { PersonFile, PersonMerge } from '../../../services/personfile/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { useOfficeTexts } from '../office/words.ts';
import { InlineForm } from '../ui/inline-form.tsx';
import { useValueWords } from '../ui/use-value-words.ts';
import { useSeparate } from './queries.ts';
import { ReasonField } from './reason-field.tsx';
import { usePersonsTexts } from './words.ts';
import './persons.css';

const Undo = ({ found, merge }: { found: PersonFile; merge: PersonMerge }) => {
  const t = usePersonsTexts();
  const separate = useSeparate(found);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    await separate.mutateAsync({ mergeId: merge.mergeId, reason });
  };
  return (
    <details class="fold">
      <summary>{t.merges.undo}</summary>
      <InlineForm
        hint={t.merges.hint}
        send={t.merges.save}
        danger
        missing={() => (reason.trim() ? undefined : t.needsReason)}
        onSend={send}
      >
        <ReasonField value={reason} onChange={setReason} />
      </InlineForm>
    </details>
  );
};

/** Names borne besides, corrections and merges, with who, when and why. */
export const PersonHistory = ({ found }: { found: PersonFile }) => {
  const t = usePersonsTexts();
  const { fields } = useOfficeTexts().person;
  const words = useValueWords();
  const { day } = useFormat();
  const said = (field: string, value: unknown): string => (value === null ? t.history.empty : words(field, value));
  const former = found.names.filter((name) => name.kind === 'frueher');
  return (
    <>
      {former.length > 0 && (
        <p>
          {t.names.title}:{' '}
          {former
            .map(({ kind, familienname, vornamen }) => `${[familienname, vornamen].filter(Boolean).join(', ')} (${t.names.kinds[kind]})`)
            .join('; ')}
        </p>
      )}
      {found.merges.map((merge, index) => (
        <div key={merge.mergeId}>
          <p>
            {t.merges.line(merge.name, day(merge.at), merge.by)}
            {merge.undoneAt && `, ${t.merges.undone(day(merge.undoneAt))}`}
          </p>
          {!merge.undoneAt && found.may.compare && found.merges.findIndex((each) => !each.undoneAt) === index && (
            <Undo found={found} merge={merge} />
          )}
        </div>
      ))}
      {found.changes.length > 0 && (
        <details class="fold">
          <summary>{t.history.open(found.changes.length)}</summary>
          <ul class="person-changes">
            {found.changes.map((change, index) => (
              <li key={index}>
                <strong>{fields[change.field] ?? change.field}</strong>: {t.history.was} {said(change.field, change.old)}, {t.history.is}{' '}
                {said(change.field, change.new)}
                <br />
                <span class="field__hint">
                  {day(change.at)}, {change.by}: {change.reason}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
