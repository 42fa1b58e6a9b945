import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readConfig } from '../services/platform/config.ts';
import { openBrowser, pageOf } from '../tests/support/browser.ts';

/**
 * Makes the pictures of the README from the Lotse that runs at PUBLIC_URL, as a visitor of the demo sees it. Start it on an empty
 * folder and wait until its cases are there, so that everybody's pictures show the same office.
 */
const address = readConfig(process.env).publicUrl;
process.env.TEST_LOTSE_URL = address;

const folder = join(import.meta.dirname, '../docs/screens');
const size = { width: 1440, height: 900 };

type Item = { taskId: string; caseId: string; name: string };

const findTask = async (page: Page, name: string): Promise<Item> => {
  const answer = await page.request.get(`${address}/api/tasks?view=all&limit=100`);
  const { items } = (await answer.json()) as { items: Item[] };
  const found = items.find((each) => each.name === name);
  if (!found) throw new Error(`the office at ${address} has no task "${name}" yet; wait until its cases are there`);
  return found;
};

type Shot = { name: string; account: string; home: string; show: (page: Page) => Promise<unknown> };

const shots: readonly Shot[] = [
  { name: 'inbox', account: 'sgl-sg4', home: '/aufgaben?view=all', show: (page) => page.locator('tbody tr').nth(8).waitFor() },
  {
    name: 'task',
    account: 'sb-sg4',
    home: '/aufgaben',
    show: async (page) => {
      await page.goto(`/aufgaben/${(await findTask(page, 'Duldungsgrund prüfen')).taskId}`);
      await page.locator('.task-footer button').first().waitFor();
    },
  },
  {
    name: 'case',
    account: 'sb-sg4',
    home: '/vorgaenge',
    show: async (page) => {
      await page.goto(`/vorgaenge/${(await findTask(page, 'Bescheinigung aushändigen')).caseId}`);
      await page.locator('.bjs-powered-by').first().waitFor();
    },
  },
  {
    name: 'map',
    account: 'pv',
    home: '/karte/duldung?schritt=userTask_DuldungsgrundPruefen',
    show: (page) => page.locator('.lotse-badge--count').first().waitFor(),
  },
  {
    name: 'editor',
    account: 'pv',
    home: '/karte/duldung',
    show: async (page) => {
      await page.getByRole('button', { name: 'Bearbeiten' }).first().click();
      const step = page.locator('.djs-element[data-element-id="userTask_DuldungsgrundPruefen"]').first();
      await step.waitFor();
      await step.click();
    },
  },
  {
    name: 'change',
    account: 'al',
    home: '/studio',
    show: async (page) => {
      await page.getByRole('link', { name: 'Die Duldung beim Namen nennen' }).click();
      await page.locator('.bjs-powered-by').nth(1).waitFor();
    },
  },
  {
    name: 'applicant',
    account: 'antragsteller',
    home: '/mein',
    show: (page) => page.locator('.matter a').first().click(),
  },
];

const run = async (): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const browser = await openBrowser();
  for (const { name, account, home, show } of shots) {
    const page = await pageOf(browser, account, home, size);
    await show(page);
    await page.waitForLoadState('networkidle');
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    process.stdout.write(`${name}.png ${Math.round(statSync(path).size / 1024)} KB\n`);
    await page.context().close();
  }
  await browser.close();
};

await run();
