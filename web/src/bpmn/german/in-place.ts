type Words = Readonly<Record<string, string>> | ((text: string) => string | undefined);

/**
 * Libraries without a translation service: their words are replaced in the page as they appear, by exact match and inside `where` only, so that
 * what a person has written is never touched. Returns how to stop.
 */
export const inPlace = (root: HTMLElement, words: Words, where: string, except?: string): (() => void) => {
  const find = (text: string | null): string | undefined => {
    const plain = text?.trim();
    const german = plain ? (typeof words === 'function' ? words(plain) : words[plain]) : undefined;
    // A word that is the same in both would be put in its own place for ever.
    return german === plain ? undefined : german;
  };
  const isMeant = (element: Element | null): boolean =>
    element !== null && element.closest(where) !== null && (except === undefined || element.closest(except) === null);
  const ofText = (node: Node): void => {
    const german = find(node.nodeValue);
    if (german !== undefined && isMeant(node.parentElement)) node.nodeValue = (node.nodeValue ?? '').replace(/\S(?:.*\S)?/s, german);
  };
  const ofElement = (element: Element): void => {
    for (const name of ['title', 'aria-label', 'placeholder']) {
      const german = find(element.getAttribute(name));
      if (german !== undefined && isMeant(element)) element.setAttribute(name, german);
    }
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) ofText(node);
    if (!(node instanceof Element)) return;
    ofElement(node);
    for (const child of node.childNodes) walk(child);
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'childList') for (const node of addedNodes) walk(node);
      else if (type === 'characterData') ofText(target);
      else ofElement(target as Element);
    }
  });
  walk(root);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ['title', 'aria-label', 'placeholder'] });
  return () => observer.disconnect();
};
