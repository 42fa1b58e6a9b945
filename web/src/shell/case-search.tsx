import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { searchOf } from '../api/client.ts';
import { onSingleKey } from '../ui/single-keys.ts';
import { useShellTexts } from './use-shell-texts.ts';

/** Finds a case by Aktenzeichen or name, from every page; `/` leads here. */
export const CaseSearch = () => {
  const t = useShellTexts();
  const { route } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => onSingleKey({ '/': () => field.current?.focus() }), []);
  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          route(`/vorgaenge${searchOf({ query: field.current?.value.trim() })}`);
        }}
      >
        <label class="kern-sr-only" for="vorgang-suchen">
          {t.search.label}
        </label>
        <input
          ref={field}
          id="vorgang-suchen"
          type="search"
          placeholder={t.search.placeholder}
          maxLength={200}
          autoComplete="off"
          aria-keyshortcuts="/"
          title={t.search.key}
        />
        <button type="submit" class="search__go" aria-label={t.search.go}>
          <span aria-hidden="true" class="search__sign" />
        </button>
      </form>
    </search>
  );
};
