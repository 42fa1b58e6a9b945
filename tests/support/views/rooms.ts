/// <reference lib="dom" />
import type { Browser, BrowserContext, Page, ViewportSize } from 'playwright-core';
import { sessionOf, signIn } from '../browser.ts';
import { url } from '../office.ts';
import type { Language, View } from './list-views.ts';

export type RoomOf = (view: Pick<View, 'by' | 'apart'>, language: Language) => Promise<BrowserContext>;

/** One browser profile per person and language: signing in once is enough for all views of theirs, but for those that other tabs would notice. */
export const openRooms = (browser: Browser, viewport: ViewportSize): RoomOf => {
  const rooms = new Map<string, Promise<BrowserContext>>();
  return ({ by: account = '', apart = '' }, language) => {
    const key = `${account} ${language} ${apart}`;
    const known = rooms.get(key);
    if (known !== undefined) return known;
    const opened = (async () => {
      const context = await browser.newContext({ locale: 'de-DE', baseURL: url(), viewport });
      context.setDefaultTimeout(15_000);
      await context.addCookies([{ name: 'lotse-sprache', value: language, url: url() }]);
      if (account) await context.addCookies(await (apart ? signIn : sessionOf)(browser, account));
      return context;
    })();
    rooms.set(key, opened);
    return opened;
  };
};

/** Opens a view and waits until it shows all it has. */
export const openView = async (page: Page, view: View): Promise<void> => {
  await view.prepare?.(page);
  await page.goto(view.path);
  await page.locator(view.ready).first().waitFor();
  await view.after?.(page);
  // What has just been sent may have opened another page: its text is there before its style.
  await page.waitForLoadState();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};
