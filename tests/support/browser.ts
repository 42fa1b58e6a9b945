import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
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

/** A page of one person, signed in through the sign-in of the demo as a click on their card does. */
export const pageOf = async (browser: Browser, account: string, home: string, size = { width: 1440, height: 900 }): Promise<Page> => {
  const context = await browser.newContext({ viewport: size, locale: 'de-DE', baseURL: url() });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`/auth/login?${new URLSearchParams({ account, returnTo: home })}`);
  await page.waitForURL((at) => at.pathname === new URL(home, url()).pathname);
  return page;
};

/** What axe holds to be wrong on the page as it stands, as `rule: element`. */
export const wrongForAll = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
};

const folder = '.test/screens';
export const keepScreen = async (page: Page, name: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
};
