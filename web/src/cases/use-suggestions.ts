import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Found } from '../../../services/cases/answers.ts';
import { findNow, useSearch } from '../api/search.ts';
import { casePath, casesPath, searchOf } from '../paths.ts';
import { SUGGESTIONS } from './suggestions-id.ts';

/** Each look is noted down: nobody's half-typed words are asked for. */
const PAUSE_MS = 200;

export const optionId = (index: number): string => `${SUGGESTIONS}-${index}`;

/** What was typed, once the fingers rest. */
const useRested = (text: string): string => {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
};

/** Where Enter leads: to the case of a whole Aktenzeichen, else to the list of all that fit. */
const pathOf = async (typed: string): Promise<string> => {
  const list = `${casesPath}${searchOf({ query: typed })}`;
  // Only what has a digit can be an Aktenzeichen.
  if (!/\d/.test(typed)) return list;
  const { exact } = await findNow(typed).catch(() => ({ exact: null }));
  return exact ? casePath(exact) : list;
};

/** Goes there, unless the person has gone somewhere else meanwhile: `from` is where they pressed Enter. */
export const search = async (typed: string, from: string, route: (path: string) => void): Promise<void> => {
  const path = await pathOf(typed);
  if (location.href === from) route(path);
};

/**
 * Makes the search field a combobox: what is typed is answered while one types, arrows go through the answers, Enter opens the one that is marked,
 * or the case of a whole Aktenzeichen, else the list of all that fit. The focus stays in the field.
 */
export const useSuggestions = (field: HTMLInputElement): { found: Found | undefined; active: number; open: (caseId: string) => void } => {
  const { route, url } = useLocation();
  const [typed, setTyped] = useState(field.value.trim());
  const [shown, setShown] = useState(typed !== '');
  const [active, setActive] = useState(-1);
  const rested = useRested(typed);
  const answer = useSearch(shown ? rested : '');
  const found = shown && rested === typed && typed !== '' ? answer : undefined;
  const count = found?.cases.length ?? 0;
  const opened = useRef(url);
  useEffect(() => {
    if (opened.current !== url) setShown(false);
    opened.current = url;
  }, [url]);

  const open = (caseId: string): void => {
    setShown(false);
    route(casePath(caseId));
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const marked = found?.cases[active];
    if (marked) return void open(marked.caseId);
    setShown(false);
    void search(field.value.trim(), location.href, route);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && found) {
      // The first Escape closes the answers: neither the menu they stand in, nor is the field emptied.
      event.stopPropagation();
      event.preventDefault();
      setShown(false);
    }
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || typed === '') return;
    event.preventDefault();
    setShown(true);
    if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1) + count) % count);
  };
  const type = (): void => {
    setTyped(field.value.trim());
    setShown(true);
    setActive(-1);
  };
  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (!field.form?.contains(relatedTarget as Node | null)) setShown(false);
  };
  // Before the next key can come.
  useLayoutEffect(() => {
    const { form } = field;
    field.addEventListener('input', type);
    field.addEventListener('keydown', press);
    field.addEventListener('blur', leave);
    form?.addEventListener('submit', submit, { capture: true });
    field.setAttribute('aria-expanded', String(count > 0));
    if (count > 0 && active >= 0) field.setAttribute('aria-activedescendant', optionId(active));
    else field.removeAttribute('aria-activedescendant');
    return () => {
      field.removeEventListener('input', type);
      field.removeEventListener('keydown', press);
      field.removeEventListener('blur', leave);
      form?.removeEventListener('submit', submit, { capture: true });
    };
  });
  return { found, active, open };
};
