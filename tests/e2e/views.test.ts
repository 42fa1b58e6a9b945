import test from 'ava';
import type { Browser, Page } from 'playwright-core';
import { keepScreen, openBrowser, wrongForAll } from '../support/browser.ts';
import { atMost } from '../support/office.ts';
import { bothLanguages, type Language, listViews, type View } from '../support/views/list-views.ts';
import { foreignWords, wrongOutside } from '../support/views/look.ts';
import { openRooms, openView, type RoomOf } from '../support/views/rooms.ts';
import { noScene, type Scene, setScene } from '../support/views/scene.ts';
import { unreadable } from '../support/views/schemes.ts';

// Every view there is, in both languages, wide and narrow: axe, words, headline, title, width, console; the main ones in the dark and in forced colours, too. What each looks like stays in .test/screens.
const sizes = { 1280: { width: 1280, height: 800 }, 320: { width: 320, height: 640 } };

let browser: Browser;
let roomOf: RoomOf;
let scene: Scene;
test.before(async () => {
  [browser, scene] = await Promise.all([openBrowser(), setScene()]);
  roomOf = openRooms(browser, sizes[1280]);
});
test.after.always(async () => browser?.close());

/** A tab that was not opened by a script may not close itself, and says so; the page is made for one that was. */
const isMeant = (text: string, view: View): boolean =>
  (view.name.includes('not-found') && text.includes('404')) ||
  (view.name.includes('faults') && text.includes('400')) ||
  text.startsWith('Scripts may close only');

const listen = (page: Page, view: View): string[] => {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isMeant(message.text(), view)) heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`));
  return heard;
};

const look = async (page: Page, view: View, language: Language): Promise<string[]> => {
  const heard = listen(page, view);
  await openView(page, view);
  const wrong = language === 'de' ? await unreadable(page, view.name) : [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const found = [...(await wrongOutside(page, language)), ...(await wrongForAll(page))];
    wrong.push(...found.map((each) => `${size}: ${each}`));
    await keepScreen(page, `${view.name}-${language}-${size}`);
  }
  return [...wrong, ...(await foreignWords(page, language)), ...heard];
};

// Two at a time: so many the machine has hands for, and a browser keeps only six connections to one server open.
const slot = atMost(2);
const names = listViews(noScene);
for (const [index, { name, languages = bothLanguages }] of names.entries()) {
  for (const language of languages) {
    test(`${name} (${language})`, (t) =>
      slot(async () => {
        const view = listViews(scene)[index] as View;
        const page = await (await roomOf(view, language)).newPage();
        try {
          t.deepEqual(await look(page, view, language), []);
        } finally {
          await page.close();
        }
      }));
  }
}
