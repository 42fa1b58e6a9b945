/// <reference lib="dom" />
import test from 'ava';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { atMost } from '../support/office.ts';
import { listViews, type View } from '../support/views/list-views.ts';
import { openRooms, openView, type RoomOf } from '../support/views/rooms.ts';
import { noScene, type Scene, setScene } from '../support/views/scene.ts';
import { walkByTab } from '../support/views/walk-by-tab.ts';

// Every view with the Tab key alone: the order is the order of reading, the ring is seen, nothing hidden takes the focus.
let browser: Browser;
let roomOf: RoomOf;
let scene: Scene;
test.before(async () => {
  [browser, scene] = await Promise.all([openBrowser(), setScene()]);
  roomOf = openRooms(browser, { width: 1280, height: 800 });
});
test.after.always(async () => browser?.close());

const visit = async (view: View, work: (page: Page) => Promise<void>): Promise<void> => {
  const page = await (await roomOf(view, 'de')).newPage();
  try {
    await openView(page, view);
    await work(page);
  } finally {
    await page.close();
  }
};

const viewCalled = (name: string): View => listViews(scene).find((each) => each.name === name) as View;

const clerkHead = [
  'Zum Inhalt springen',
  'Vorführung',
  'Lotse',
  'Aufgaben',
  'Vorgänge',
  'Prozesskarte',
  'Wissen',
  'Vorgang suchen',
  'Suchen',
  'DEDeutsch',
  'ENEnglish',
  'Ines Hartwig',
  'Abmelden',
];
const ownerHead = [
  'Zum Inhalt springen',
  'Vorführung',
  'Lotse',
  'Prozesskarte',
  'Wissen',
  'Normen',
  'Studio',
  'Behörden',
  'DEDeutsch',
  'ENEnglish',
  'Martin Giese',
  'Abmelden',
];
const applicantHead = [
  'Zum Inhalt springen',
  'Rundgang',
  'Andere Rolle',
  'Ausländerbehörde Musterstadt',
  'English',
  'Übersicht',
  'Antrag stellen',
  'Abmelden',
];

/** How the walk through a view begins; each name is the beginning of what the stop is called. */
const beginnings: Record<string, readonly string[]> = {
  start: ['Zum Inhalt springen', 'Lotse', 'DEDeutsch', 'ENEnglish', 'Als '],
  'inbox-all': [...clerkHead, 'Meine ', 'Meine Gruppe', 'Alle ', 'Nächste Aufgabe', 'überfällig', 'heute fällig', 'ohne Bearbeiter'],
  task: [...clerkHead],
  'task-of-colleague': [...clerkHead],
  cases: [...clerkHead, 'Aktenzeichen, Name', 'Suchen', 'Sachgebiet', 'Stand', 'Sortieren nach'],
  case: [...clerkHead, 'Duldung', 'Rechtslage geändert', 'Duldungsgrund prüfen'],
  map: [...ownerHead],
  process: [...ownerHead, 'Prozesskarte'],
  decision: [...ownerHead, 'Prozesskarte', 'Wirksames Anliegen'],
  lock: ['Anmelden und weiterarbeiten', 'Ich bin wieder angemeldet', 'Ohne Anmeldung zur Startseite'],
  'applicant-home': applicantHead,
  'applicant-status': applicantHead,
};

const slot = atMost(2);
// Lists in other filters are the list again, and a dialog holds the focus: it has its own test below.
const walked = listViews(noScene)
  .map(({ name }) => name)
  .filter((name) => !/^inbox-(?:mine|group|overdue|found|keys)$/.test(name))
  // The table is the library's: a grid of cells with keys of its own, its small handles drawn over one another.
  .filter((name) => name !== 'studio-editor-dmn');
for (const name of walked) {
  test(`${name}: by Tab from top to bottom`, (t) =>
    slot(() =>
      visit(viewCalled(name), async (page) => {
        const stops = await walkByTab(page);
        t.deepEqual(
          stops.filter(({ wrong }) => wrong.length > 0),
          [],
        );
        const begin = beginnings[name] ?? [];
        t.deepEqual(
          stops.slice(0, begin.length).map((stop, index) => (stop.name.startsWith(begin[index] ?? '') ? begin[index] : stop.name)),
          [...begin],
        );
      }),
    ));
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

test('the skip link leads past the header', (t) =>
  slot(() =>
    visit(viewCalled('inbox-all'), async (page) => {
      await walkByTab(page);
      await page.reload();
      await page.locator('.inbox table').waitFor();
      await page.locator('.skip').focus();
      await page.keyboard.press('Enter');
      t.is(await page.evaluate(() => document.activeElement?.id), 'inhalt');
      await page.keyboard.press('Tab');
      t.true((await focused(page)).startsWith('Meine'));
    }),
  ));

test('Escape closes the list of keys, and the focus is where it was', (t) =>
  slot(() =>
    visit(viewCalled('inbox-all'), async (page) => {
      const opener = page.getByRole('button', { name: 'Tastenkürzel' });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog[open]').waitFor();
      t.true(await page.evaluate(() => document.activeElement?.closest('dialog') !== null));
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      t.true((await focused(page)).startsWith('Tastenkürzel'));
    }),
  ));

test('Escape closes the account’s menu and, on a narrow screen, the menu of the page', (t) =>
  slot(() =>
    visit(viewCalled('inbox-all'), async (page) => {
      await page.locator('.account summary').focus();
      await page.keyboard.press('Enter');
      await page.locator('.account__panel').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await page.locator('.account__panel').waitFor({ state: 'hidden' });
      t.is(await focused(page), 'Ines Hartwig');

      await page.setViewportSize({ width: 320, height: 640 });
      const toggle = page.getByRole('button', { name: 'Menü' });
      await toggle.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: 'Hauptnavigation' }).waitFor();
      await page.keyboard.press('Tab');
      t.is(await focused(page), 'Aufgaben');
      await page.keyboard.press('Escape');
      t.is(await toggle.getAttribute('aria-expanded'), 'false');
      t.is(await focused(page), 'Menü');
    }),
  ));
