import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { onSingleKey } from '../ui/single-keys.ts';
import { useSearchTexts } from './search-words.ts';
import { SUGGESTIONS } from './suggestions-id.ts';

/** What answers while one types, and its words, are fetched when somebody comes to search. */
const load = () => import('./suggestions.tsx');

/** Finds a case or a person, from every page; `/` leads here. */
export const CaseSearch = () => {
  const t = useSearchTexts();
  const { route } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [Suggestions, setSuggestions] = useState<ComponentType<{ field: HTMLInputElement }>>();
  useEffect(() => onSingleKey({ '/': () => field.current?.focus() }), []);
  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // Sent before the answers were there: what was typed is no less an Aktenzeichen.
          const typed = field.current?.value.trim() ?? '';
          const { href } = location;
          void load().then(({ search }) => search(typed, href, route));
        }}
      >
        <label class="kern-sr-only" for="vorgang-suchen">
          {t.label}
        </label>
        <input
          ref={field}
          id="vorgang-suchen"
          type="search"
          role="combobox"
          aria-expanded="false"
          aria-controls={SUGGESTIONS}
          aria-autocomplete="list"
          placeholder={t.placeholder}
          maxLength={200}
          autoComplete="off"
          aria-keyshortcuts="/"
          title={t.key}
          onFocus={() => void load().then((view) => setSuggestions(() => view.Suggestions))}
        />
        <button type="submit" class="search__go" aria-label={t.go}>
          <span aria-hidden="true" class="search__sign" />
        </button>
      </form>
      {Suggestions && field.current && <Suggestions field={field.current} />}
    </search>
  );
};
