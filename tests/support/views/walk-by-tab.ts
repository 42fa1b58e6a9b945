/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Where the focus was, one stop of the Tab key. `wrong` says what a person without a mouse would stumble over. */
export type Stop = { name: string; wrong: string[] };

const most = 200;

/** Runs in the page. Looks at what has the focus and compares it with the stop before. */
const lookAtFocus = (): Stop | undefined => {
  const state = window as unknown as { lotseStops?: { element: Element; box: DOMRect; sticky: boolean }[] };
  state.lotseStops ??= [];
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body || state.lotseStops.some((stop) => stop.element === element)) return undefined;
  const labelOf = (): string => {
    const by = element.getAttribute('aria-labelledby');
    const named = by ? by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '') : [];
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((each) => each.textContent ?? '');
    const own = element.matches('select') ? '' : (element.textContent ?? '');
    // What stands in a drawing has no `title` of its own.
    const title = element.getAttribute('title') ?? '';
    const found = [element.getAttribute('aria-label') ?? '', ...named, ...labels, own, title].find((each) => each.trim());
    return (found ?? '').replace(/\s+/g, ' ').trim();
  };
  const wrong: string[] = [];
  const box = element.getBoundingClientRect();
  // Rings are drawn around the element, or around the box it fills.
  const ringed = [element, element.parentElement, element.closest('label')].some((each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || (each === element && boxShadow !== 'none');
  });
  if (!ringed) wrong.push('shows no ring');
  if (!element.matches('svg') && !labelOf()) wrong.push('has no name');
  if (box.width < 2 || box.height < 2 || !element.checkVisibility({ visibilityProperty: true })) wrong.push('is hidden');
  else if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) wrong.push('is outside the window');
  else {
    const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 40), 1), innerWidth - 2);
    const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 2);
    const top = document.elementFromPoint(x, y);
    const related =
      top &&
      (element.contains(top) ||
        top.contains(element) ||
        top.closest('label')?.contains(element) ||
        element.closest('label')?.contains(top));
    if (!related && !(element.matches('input') && (element as HTMLInputElement).labels?.length))
      wrong.push(`is covered by ${top?.tagName}.${top?.className}`);
  }
  const fixed = (each: Element | null): boolean =>
    !!each && (['sticky', 'fixed', 'absolute'].includes(getComputedStyle(each).position) || fixed(each.parentElement));
  const here = { element, box: new DOMRect(box.x + scrollX, box.y + scrollY, box.width, box.height), sticky: fixed(element) };
  const before = state.lotseStops.at(-1);
  state.lotseStops.push(here);
  if (before && !(before.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
    wrong.push('comes before the stop before it in the document');
  // Up is only right into the next column.
  if (before && !before.sticky && !here.sticky && here.box.bottom <= before.box.top && here.box.left < before.box.left + 1)
    wrong.push(`stands above "${before.element.textContent?.slice(0, 30)}", which had the focus before`);
  return { name: labelOf(), wrong };
};

/** Presses Tab from the top of the page until the focus leaves it, and tells each stop. */
export const walkByTab = async (page: Page): Promise<Stop[]> => {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
    // The place from which Tab goes on is the document's beginning again.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const stops: Stop[] = [];
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
};
