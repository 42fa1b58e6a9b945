/// <reference lib="dom" />
import test from 'ava';
import type { Browser, Page } from 'playwright-core';
import { keepScreen, openBrowser } from '../support/browser.ts';
import { atMost } from '../support/office.ts';
import { listViews, type View } from '../support/views/list-views.ts';
import { clipped, wrongOutside } from '../support/views/look.ts';
import { openRooms, openView, type RoomOf } from '../support/views/rooms.ts';
import { type Scene, setScene } from '../support/views/scene.ts';

// Screens people have on their desks, the largest there are, and paper.
const screens = [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
  { width: 3840, height: 2160 },
];
/** A4 in CSS pixels, whole for letters, else less its margins; lists lie on their side. */
const wholeSheet = { width: 794, height: 1123 };
const upright = { width: 680, height: 1000 };
const onItsSide = { width: 1030, height: 700 };

let browser: Browser;
let roomOf: RoomOf;
let scene: Scene;
test.before(async () => {
  [browser, scene] = await Promise.all([openBrowser(), setScene()]);
  roomOf = openRooms(browser, { width: 1440, height: 900 });
});
test.after.always(async () => browser?.close());

const slot = atMost(2);
const visit = (name: string, work: (page: Page) => Promise<void>): Promise<void> =>
  slot(async () => {
    const view = listViews(scene).find((each) => each.name === name) as View;
    const page = await (await roomOf(view, 'de')).newPage();
    try {
      await openView(page, view);
      await work(page);
    } finally {
      await page.close();
    }
  });

for (const name of [
  'start',
  'inbox-all',
  'task',
  'cases',
  'case',
  'case-asked',
  'knowledge',
  'authorities',
  'audit',
  'map',
  'process',
  'process-heat',
  'norms',
  'decision',
  'studio',
  'studio-draft',
  'studio-waiting',
  'studio-release',
  'studio-new-process',
  'applicant-status',
]) {
  test(`${name}: nothing is cut off on any screen`, (t) =>
    visit(name, async (page) => {
      const wrong: string[] = [];
      for (const size of screens) {
        await page.setViewportSize(size);
        const found = [...(await wrongOutside(page, 'de')), ...(await clipped(page))];
        wrong.push(...found.map((each) => `${size.width}: ${each}`));
        await keepScreen(page, `${name}-${size.width}`);
      }
      t.deepEqual(wrong, []);
    }));
}

test('20 tasks are in sight at 1440 × 900', (t) =>
  visit('inbox-all', async (page) => {
    // A name of a hundred letters takes a second line; how many such names there are is the office's matter, not the page's.
    const seen = await page.locator('.inbox tbody tr').evaluateAll((rows) => {
      const boxes = rows.map((row) => row.getBoundingClientRect());
      return Math.floor((innerHeight - Math.min(...boxes.map(({ top }) => top))) / Math.min(...boxes.map(({ height }) => height)));
    });
    t.true(seen >= 20, `${seen} rows`);
  }));

for (const [name, sheet] of Object.entries({
  'inbox-all': onItsSide,
  cases: onItsSide,
  case: upright,
  task: upright,
  'letter-print': wholeSheet,
})) {
  test(`${name}: on paper all columns fit, and there is nothing to click`, (t) =>
    visit(name, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(sheet);
      t.deepEqual(await wrongOutside(page, 'de'), []);
      const buttons = await page
        .locator('button:not(.line__main), input[type=search], input[type=submit]')
        .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.textContent));
      t.deepEqual(buttons, []);
      t.true(
        await page.evaluate(() =>
          [...document.querySelectorAll('table')].every((each) => each.getBoundingClientRect().right <= innerWidth),
        ),
      );
      await keepScreen(page, `${name}-paper`);
    }));
}
