import { useState } from 'preact/hooks';
import type { TaskQuery } from '../api/tasks.ts';
import { sectionIds } from '../office/sachgebiete.ts';
import { Button } from '../ui/button.tsx';
import type { useInboxQuery } from './use-inbox-query.ts';
import { useInboxTexts } from './words.ts';

type Props = { current: TaskQuery; go: ReturnType<typeof useInboxQuery>['go'] };

/** Narrows by section, Aktenzeichen or name. */
export const InboxSearch = ({ current, go }: Props) => {
  const t = useInboxTexts();
  const [text, setText] = useState(current.query ?? '');
  return (
    <search class="inbox-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go({ query: text.trim() || undefined });
        }}
      >
        <label class="visually-hidden" for="aufgaben-sachgebiet">
          {t.section}
        </label>
        <select
          id="aufgaben-sachgebiet"
          value={current.section ?? ''}
          onChange={(event) => go({ section: event.currentTarget.value || undefined })}
        >
          <option value="">{t.allSections}</option>
          {sectionIds.map((id) => (
            <option key={id} value={id}>
              {t.sectionShort(id)}
            </option>
          ))}
        </select>
        <label class="visually-hidden" for="aufgaben-filtern">
          {t.search}
        </label>
        <input
          id="aufgaben-filtern"
          type="search"
          value={text}
          placeholder={t.searchPlaceholder}
          maxLength={200}
          autoComplete="off"
          onInput={(event) => {
            setText(event.currentTarget.value);
            // The cross of a search field empties it without submitting.
            if (event.currentTarget.value === '' && current.query) go({ query: undefined });
          }}
        />
        <Button small type="submit">
          {t.search}
        </Button>
      </form>
    </search>
  );
};
