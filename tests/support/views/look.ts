/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import type { Language } from './list-views.ts';
import { telltale } from './telltale.ts';

/** What of the text is said in the other language without being marked so (WCAG 3.1.2), names for screen readers included. */
export const foreignWords = async (page: Page, language: Language): Promise<string[]> => {
  const said = await page.evaluate((own) => {
    const isOwn = (element: Element): boolean => (element.closest('[lang]')?.getAttribute('lang') ?? '') === own;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest('script, style, noscript, code') || !isOwn(parent)) continue;
      if (walker.currentNode.nodeValue?.trim()) found.push(walker.currentNode.nodeValue.trim());
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      // The maker's mark stays as its licence wants it.
      if (!isOwn(element) || element.matches('.bjs-powered-by')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const value = element.getAttribute(name);
        if (value) found.push(value);
      }
    }
    return found;
  }, language);
  const other = telltale[language === 'de' ? 'en' : 'de'];
  // A name in quotation marks is quoted as it is.
  const plain = said.map((text) => text.replaceAll(/“[^”]*”|„[^“]*“/g, ''));
  return [...new Set(plain.filter((text) => other.test(text)))].map((text) => `${other.exec(text)?.[0]}: ${text.slice(0, 120)}`);
};

/** What every page owes, whoever reads it: a language, a title, one headline, and no scrolling from side to side. */
export const wrongOutside = (page: Page, language: Language): Promise<string[]> =>
  page.evaluate((own) => {
    const wrong: string[] = [];
    const root = document.documentElement;
    if (root.lang !== own) wrong.push(`the document says its language is "${root.lang}"`);
    const headlines = [...document.querySelectorAll<HTMLElement>('h1')].filter((each) => each.checkVisibility());
    if (headlines.length !== 1)
      wrong.push(`it has ${headlines.length} first headlines: ${headlines.map((each) => each.textContent).join(' | ')}`);
    for (const hidden of document.querySelectorAll<HTMLElement>('.visually-hidden, .kern-sr-only'))
      if (hidden.offsetWidth > 2 || hidden.offsetHeight > 2)
        wrong.push(`what is only to be heard takes ${hidden.offsetWidth} × ${hidden.offsetHeight} px: ${hidden.outerHTML.slice(0, 80)}`);
    if (document.title.trim().length < 8) wrong.push(`its title is "${document.title}"`);
    if (root.scrollWidth > innerWidth) {
      const wide = [...document.body.querySelectorAll<HTMLElement>('*')].filter((each) => {
        const box = each.getBoundingClientRect();
        return box.right > innerWidth + 1 && box.width > 0 && !each.closest('.scroll, .bjs-container, svg');
      });
      const names = wide.slice(-4).map((each) => `${each.tagName.toLowerCase()}.${each.className}`);
      wrong.push(`it is ${root.scrollWidth} px wide on ${innerWidth} px: ${names.join(', ')}`);
    }
    return wrong;
  }, language);

/** Words that their own box cuts off: of these nobody can read the end. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((each) => {
        if (each.clientWidth <= 1 || !each.checkVisibility() || each.closest('.visually-hidden, .kern-sr-only, svg')) return false;
        const { overflowX, overflowY } = getComputedStyle(each);
        const cuts = (overflow: string): boolean => ['hidden', 'clip'].includes(overflow);
        return (
          (cuts(overflowX) && each.scrollWidth > each.clientWidth + 1) || (cuts(overflowY) && each.scrollHeight > each.clientHeight + 2)
        );
      })
      .map((each) => `${each.tagName.toLowerCase()}.${each.className}: ${each.textContent?.trim().slice(0, 60)}`),
  );
