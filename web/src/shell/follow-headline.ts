const PATIENCE_MS = 10_000;
let waiting: MutationObserver | undefined;

const titleOf = (headline: HTMLElement): string => `${headline.textContent?.trim() ?? ''} – Lotse`;

/** The page on which somebody typed last, wherever in it: in the search field of the header, too. */
let typedOn = '';
addEventListener('input', () => (typedOn = location.href), true);

const isTyping = (): boolean =>
  document.activeElement?.matches(`${typedOn === location.href ? '' : 'main '}:is(input, textarea, select)`) ?? false;

/**
 * After a navigation the headline takes the focus, so that a screen reader says where one is and Tab goes on from there. A view that still
 * loads its data has no h1 yet: then as soon as it has one, unless the person has begun to type meanwhile.
 */
export const focusHeadline = (): void => {
  waiting?.disconnect();
  const main = document.querySelector('main');
  if (!main) return;
  const settle = (): boolean => {
    const headline = main.querySelector('h1');
    if (!headline) return false;
    if (!isTyping()) {
      headline.tabIndex = -1;
      headline.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    return true;
  };
  if (settle()) return;
  const observer = new MutationObserver(() => settle() && observer.disconnect());
  observer.observe(main, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), PATIENCE_MS);
  waiting = observer;
};

/** The window is named after the page's headline, also when that changes. Returns how to stop. */
export const followHeadline = (main: HTMLElement): (() => void) => {
  const name = (): void => {
    const headline = main.querySelector('h1');
    if (headline) document.title = titleOf(headline);
  };
  const observer = new MutationObserver(name);
  observer.observe(main, { childList: true, subtree: true, characterData: true });
  name();
  return () => observer.disconnect();
};
