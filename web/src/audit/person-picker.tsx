import { useEffect, useRef, useState } from 'preact/hooks';
import type { AuditPerson } from '../../../services/audit/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { pathOf, useAuditFilter } from './filter.ts';
import { usePersons } from './queries.ts';
import { useAuditTexts } from './words.ts';

/** The person the filter names: an id, or the Aktenzeichen of one of their cases. */
export const useChosen = (): AuditPerson | undefined => {
  const { filter } = useAuditFilter();
  return usePersons(filter.person ?? '').data?.[0];
};

const PersonWords = ({ person: { name, birthDate, aktenzeichen } }: { person: AuditPerson }) => {
  const t = useAuditTexts().filter;
  const { day } = useFormat();
  return (
    <>
      {name}, {t.born(day(birthDate))} <span class="soft">{aktenzeichen.join(', ')}</span>
    </>
  );
};

const Found = ({ typed }: { typed: string }) => {
  const t = useAuditTexts().filter;
  const { filter, view } = useAuditFilter();
  const { data } = usePersons(typed);
  if (!data) return null;
  if (data.length === 0) return <Notice role="status">{t.nobody}</Notice>;
  return (
    <nav class="audit-found" aria-label={t.found}>
      <p role="status">{t.found}</p>
      <ul>
        {data.map((person) => (
          <li key={person.personId}>
            <a href={pathOf({ ...filter, person: person.personId }, view)}>
              <PersonWords person={person} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Whose trail it is. Asked for on purpose and not while one types: each search is an entry. */
export const PersonPicker = () => {
  const t = useAuditTexts().filter;
  const { filter, go } = useAuditFilter();
  const chosen = useChosen();
  const [text, setText] = useState('');
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setText('');
    setTyped('');
  }, [filter.person]);
  if (filter.person)
    return (
      <p class="audit-chosen">
        <span class="field__label">{t.chosen}:</span> <strong>{chosen ? <PersonWords person={chosen} /> : t.unknown}</strong>{' '}
        <LinkButton onClick={() => go({ ...filter, person: '' })}>{t.otherPerson}</LinkButton>
      </p>
    );
  return (
    <search>
      <form
        class="audit-person"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim().length >= 2) setTyped(text.trim());
          else field.current?.focus();
        }}
      >
        <Field label={t.person}>
          <input
            ref={field}
            type="search"
            maxLength={200}
            autoComplete="off"
            value={text}
            aria-describedby="person-hinweis"
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        <Button small type="submit">
          {t.find}
        </Button>
        <span id="person-hinweis" class="field__hint">
          {t.personHint}
        </span>
      </form>
      {typed && <Found typed={typed} />}
    </search>
  );
};
