import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { url } from './office.ts';

/** CHROMIUM_PATH, else one on the PATH, else the one that comes as an npm package, with the libraries it needs. */
const findChromium = async (): Promise<{ path: string; env: Record<string, string> }> => {
  if (process.env.CHROMIUM_PATH) return { path: process.env.CHROMIUM_PATH, env: {} };
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return { path: execFileSync('which', [name], { encoding: 'utf8' }).trim(), env: {} };
    } catch {
      // Not this one.
    }
  }
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  const libraries = await inflate(new URL('../../node_modules/@sparticuz/chromium/bin/al2023.tar.br', import.meta.url).pathname);
  return { path, env: { LD_LIBRARY_PATH: [`${libraries}/lib`, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') } };
};

export const openBrowser = async (): Promise<Browser> => {
  const { path, env } = await findChromium();
  if (!existsSync(path)) throw new Error(`there is no browser at ${path}`);
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
const sessions = new Map<string, Promise<Cookies>>();

/** Signs in through the sign-in of the demo, as a click on somebody's card does. */
export const signIn = async (browser: Browser, account: string): Promise<Cookies> => {
  const context = await browser.newContext({ locale: 'de-DE', baseURL: url() });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`/auth/login?${new URLSearchParams({ account, returnTo: '/angemeldet' })}`);
  await page.waitForURL((at) => at.pathname === '/angemeldet' || at.pathname === '/mein');
  const cookies = await context.cookies();
  await context.close();
  return cookies;
};

/** A test file signs each person in once, as if all their pages were tabs of one browser. */
export const sessionOf = (browser: Browser, account: string): Promise<Cookies> => {
  const known = sessions.get(account) ?? signIn(browser, account);
  sessions.set(account, known);
  return known;
};

/** A page of one person, in a browser profile of its own; `ownSession` is for those that end theirs. */
export const pageOf = async (
  browser: Browser,
  account: string,
  home: string,
  { width = 1440, height = 900, ownSession = false } = {},
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'de-DE', baseURL: url() });
  await context.addCookies(await (ownSession ? signIn : sessionOf)(browser, account));
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(home);
  await page.waitForURL((at) => at.pathname === new URL(home, url()).pathname);
  return page;
};

/** What axe holds to be wrong on the page as it stands, as `rule: element`. No page of ours has frames, for which axe would open a page more each time. */
export const wrongForAll = async (page: Page): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
};

const folder = '.test/screens';
/** A picture for whoever looks at it after a run at their desk. */
export const keepScreen = async (page: Page, name: string): Promise<void> => {
  if (process.env.CI) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
};
