import test from 'ava';
import type { Locator, Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { button, openFromList } from '../support/clerk.ts';
import { CHECK, GROUND, papersComplete } from '../support/duldung.ts';
import { as, complete, type Opened, openCase, openTask, readCase, until, upload } from '../support/office.ts';
import { discardDrafts, takeBack } from '../support/studio.ts';
import { readNotes } from '../support/views/studio-scene.ts';

// A step with its form and a row of the routing table: drawn, handed in, released by two others, worked on, taken back. The office is as it was at the end.
const browser = openBrowser();
const stamp = Date.now().toString(36);
const STEP = 'userTask_IdentitaetKlaeren';
const step = 'Identität klären';
const question = 'Wie ist die Identität belegt?';
const reason = `Die Identität wird geklärt, bevor der Grund geprüft wird (${stamp}).`;
const todo = 'Stellen Sie fest, womit die Person ihre Identität belegt (§ 49 AufenthG). Gut gelöst: Jeder Beleg ist genannt.';
const because = 'Duldung nach Sachgebiet 3, § 60a AufenthG';
const BPMN = 'duldung/duldung.bpmn';
const FORM = 'duldung/identitaet-klaeren.form';
const facts = { schutzstatus: 'DULDUNG', entscheidendesSg: 'SG3' };

const left: string[] = [];
let running: Opened;
let changeId = '';
let releaseNo = 0;
let rowId = '';

const textOf = async (path: string): Promise<string> =>
  (await as('pv').get(`/api/process-changes/${changeId}/files?path=${encodeURIComponent(path)}`)).body.content ?? '';
const savedAs = (path: string, what: string, right: (text: string) => boolean): Promise<string> =>
  until(`${path}: ${what}`, async () => {
    const text = await textOf(path);
    return right(text) && text;
  });

const waitForSentence = (page: Page, words: RegExp): Promise<void> => page.locator('.change-sentence').filter({ hasText: words }).waitFor();
const drawn = (page: Page): Promise<void> => page.locator('section[aria-busy=false]').first().waitFor();

/** Chooses a line of the outline by keyboard. */
const choose = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('tree').focus();
  await page.keyboard.press('Home');
  const active = page.locator('.outline__line[data-active]');
  for (let count = 0; count < 60 && !((await active.textContent()) ?? '').includes(name); count += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.outline__line[aria-selected=true]', { hasText: name }).waitFor();
};

const toChange = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^Weiter/ }).click();
  await page.waitForURL((at) => /^\/studio\/[0-9a-f-]{36}$/.test(at.pathname));
};

/** A Duldung the new row is for, at its first task. */
const aCase = async (): Promise<Opened> => {
  const opened = await openCase('DULDUNG', { facts });
  left.push(opened.caseId);
  await openTask(opened.caseId, CHECK);
  return opened;
};
const pastPapers = async ({ caseId }: Opened): Promise<void> => {
  for (const type of ['PASS', 'FOTO', 'MELDEBESTAETIGUNG']) await upload(caseId, type, 'svc');
  await complete(caseId, CHECK, papersComplete);
};
const stepsOf = async ({ caseId }: Opened): Promise<string[]> =>
  (await readCase(caseId)).tasks.map((each: { elementId: string }) => each.elementId);

test.before(async () => {
  await discardDrafts(BPMN);
  running = await aCase();
});
test.after.always(async () => {
  const { body } = releaseNo ? await as('pv').get(`/api/model-releases/${releaseNo}`) : { body: { undoneBy: 0 } };
  if (body.undoneBy === null) await takeBack(releaseNo);
  await discardDrafts(BPMN);
  await readNotes('sb-sg4');
  for (const caseId of left) await as('svc').post(`/api/cases/${caseId}/withdraw`);
  await (await browser).close();
});

test.serial('an owner puts a task between two steps and makes its form', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte/duldung');
  page.setDefaultTimeout(15_000);
  await page.getByRole('button', { name: 'Bearbeiten' }).click();
  await page.waitForURL(/\/datei\?/);
  changeId = new URL(page.url()).pathname.split('/')[2] ?? '';
  await drawn(page);

  await choose(page, 'AZR abfragen');
  await page.getByTitle('Aufgabe auf diesem Weg einfügen').click();
  const label = page.locator('.djs-direct-editing-content');
  await label.fill(step);
  await label.press('Enter');
  await page.locator('.outline__line[aria-selected=true]', { hasText: step }).waitFor();
  const outline = (await page.locator('.outline__name').allTextContents()).map((each) => each.trim());
  const at = outline.indexOf(step);
  t.deepEqual(outline.slice(at - 1, at + 2), ['AZR abfragen', step, 'Duldungsgrund prüfen']);
  const overlapping = await page.evaluate(`(() => {
    const boxes = [...document.querySelectorAll('.djs-shape')]
      .filter((shape) => /Task_|callActivity_/.test(shape.dataset.elementId) && !/_label$/.test(shape.dataset.elementId))
      .map((shape) => shape.querySelector('.djs-visual > rect').getBoundingClientRect());
    return boxes.some((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
  })()`);
  t.false(overlapping, 'the drawing makes room');
  await keepScreen(page, 'studio-journey-1');

  const norm = page.getByLabel('Norm', { exact: true });
  await norm.fill('§ 49 AufenthG');
  await norm.press('Tab');
  // At once: the norm is still on its way into the model, and what is typed meanwhile stays.
  const asOf = page.getByLabel('Rechtsstand', { exact: true });
  await asOf.fill('2026-04-29');
  await asOf.press('Tab');
  const stepIn = (text: string): string => new RegExp(`<bpmn:userTask id="${STEP}"[\\s\\S]*?</bpmn:userTask>`).exec(text)?.[0] ?? '';
  await savedAs(BPMN, 'norm and day of the law', (text) => ['§ 49 AufenthG', '2026-04-29'].every((said) => stepIn(text).includes(said)));
  await page.locator('.bio-properties-panel-group-header-title', { hasText: 'Anleitung' }).click();
  const guidance = page.locator('#bio-properties-panel-documentation');
  await guidance.fill(todo);
  await guidance.press('Tab');
  await savedAs(BPMN, 'the guidance', (text) => stepIn(text).includes(todo));
  await page.getByRole('button', { name: 'Neues Formular' }).click();
  await savedAs(BPMN, 'the form is linked', (text) => text.includes('formId="identitaet-klaeren"'));

  await page
    .getByRole('navigation', { name: 'Dateien dieser Änderung' })
    .getByRole('link', { name: /identitaet-klaeren/ })
    .click();
  await page.locator('.fjs-palette-field').first().waitFor();
  await choose(page, 'Bemerkung');
  await page.locator('.bio-properties-panel-group-header-title', { hasText: 'Allgemein' }).click();
  const caption = page.getByLabel('Beschriftung', { exact: true });
  await caption.fill(question);
  await caption.blur();
  await savedAs(FORM, 'the question', (text) => text.includes(question));
  await keepScreen(page, 'studio-journey-2');
  await toChange(page);
  await waitForSentence(page, /^Es fehlt: die Begründung und der Probelauf\.$/);
  await keepScreen(page, 'studio-journey-3');
  await page.context().close();
});

test.serial('the owner adds a row and its example to the routing table', async (t) => {
  const page = await pageOf(await browser, 'pv', `/studio/${changeId}`);
  page.setDefaultTimeout(15_000);
  await page.locator('summary', { hasText: 'Modell dazunehmen' }).click();
  await page.getByLabel('Modell dazunehmen').selectOption('decisions/routing.dmn');
  await button(page, 'Dazunehmen').click();
  await page.getByRole('link', { name: /^Bearbeiten: .*[Zz]uordnung/ }).click();
  const table = page.locator('.dmn-decision-table-container');
  const cells = (id: string): Locator => table.locator(`td[data-row-id="${id}"]:not(.rule-index)`);
  await cells('D1_04').first().waitFor();
  const rows = (): Promise<string[]> =>
    table.locator('td.rule-index').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.rowId ?? ''));
  const before = await rows();
  await cells('D1_04').first().click({ button: 'right' });
  await page.locator('.context-menu').getByText('Neue Zeile darüber').click();
  rowId = await until('the new row', async () => (await rows()).find((id) => !before.includes(id)));
  t.is((await rows()).indexOf(rowId), before.indexOf('D1_04'), 'the first row that fits decides');

  const values = ['"DULDUNG"', '', '"SG3"', '"SG4"', '"T4b"', '"sb-sg4"', '"duldung"', '2', '7', 'false', 'wirksamesAnliegen', because];
  t.is(await cells(rowId).count(), values.length);
  for (const [index, value] of values.entries()) {
    if (!value) continue;
    await cells(rowId).nth(index).click();
    await page.keyboard.type(value);
  }
  const examples = page.getByRole('region', { name: 'Beispiele' }).first();
  await savedAs('decisions/routing.dmn', 'the row', (text) => text.includes(because));
  await examples.getByRole('button', { name: `Beispiel für ${rowId} vorschlagen` }).click();
  await page.getByText('Jede Zeile hat ein Beispiel.').waitFor();
  await savedAs('decisions/routing.vectors.json', 'the example', (text) => text.includes(rowId));
  await keepScreen(page, 'studio-journey-4');
  await page.context().close();
});

test.serial('why, a dry run, handed in; the owner cannot release it', async (t) => {
  const page = await pageOf(await browser, 'pv', `/studio/${changeId}`);
  page.setDefaultTimeout(20_000);
  await waitForSentence(page, /Es fehlt: die Begründung und der Probelauf\./);
  t.true(await button(page, 'Zur Freigabe geben').isDisabled());
  await page.getByLabel('Was ändert sich, und warum?').fill(reason);
  await waitForSentence(page, /^Es fehlt: der Probelauf\.$/);
  await button(page, 'Probelauf starten').click();
  await page
    .locator('.dry-run__sentence')
    .filter({ hasText: /offenen? Vorg/ })
    .waitFor();
  t.regex((await page.locator('.dry-run').textContent()) ?? '', /Betroffen nach Sachgebiet.*SG4: (?:unter 5|mindestens \d+)/s);
  await waitForSentence(page, /^Nichts fehlt mehr\./);
  await keepScreen(page, 'studio-journey-5');
  await button(page, 'Zur Freigabe geben').click();
  await waitForSentence(page, /^Es fehlt: die Freigabe durch .*Abteilungsleitung.*\.$/);
  t.regex((await page.locator('.change-sentence').textContent()) ?? '', /Rechtssachbearbeitung/, 'a step with a norm is a legal part');
  t.is(await button(page, 'Freigeben').count(), 0);
  await page.getByText(/Freigeben muss sie eine andere Person|Freigeben darf/).waitFor();
  t.is((await as('pv').post(`/api/process-changes/${changeId}/approve`, {})).status, 403);
  await keepScreen(page, 'studio-journey-6');
  await page.context().close();
});

test.serial('legal affairs sign, the head of department releases', async (t) => {
  const legal = await pageOf(await browser, 'rsb-sg4', `/studio/${changeId}`);
  await waitForSentence(legal, /^Es fehlt: Ihre Freigabe/);
  await button(legal, 'Freigeben').click();
  await waitForSentence(legal, /^Es fehlt: die Freigabe durch die Abteilungsleitung\.$/);
  await legal.context().close();

  const head = await pageOf(await browser, 'al', `/studio/${changeId}`);
  await waitForSentence(head, /^Es fehlt: Ihre Freigabe\.$/);
  await head.getByText(step).first().waitFor();
  await head.locator(`.comparison__side [data-element-id="${STEP}"].lotse-mark-added`).first().waitFor();
  await keepScreen(head, 'studio-journey-7');
  await button(head, 'Freigeben').click();
  await waitForSentence(head, /^In Kraft mit Freigabe \d+\./);
  releaseNo = (await as('pv').get(`/api/process-changes/${changeId}`)).body.releaseNo;
  t.true(releaseNo > 1);
  await head.context().close();
});

test.serial('a new case takes the step and its clerk sees the form; a running one never does', async (t) => {
  const fresh = await aCase();
  for (const each of [running, fresh]) await pastPapers(each);
  await openTask(fresh.caseId, STEP);
  await openTask(running.caseId, GROUND);
  t.false((await stepsOf(running)).includes(STEP));
  t.is((await readCase(fresh.caseId)).routing.rule, rowId);
  t.is((await readCase(running.caseId)).routing.rule, 'D1_04');

  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben');
  page.setDefaultTimeout(20_000);
  await openFromList(page, fresh.aktenzeichen);
  await page.getByRole('heading', { level: 1 }).filter({ hasText: step }).waitFor();
  await page.getByLabel(question).waitFor();
  await keepScreen(page, 'studio-journey-8');
  await page.context().close();
  await complete(fresh.caseId, STEP, { bemerkung: 'Pass liegt vor.' });
  await openTask(fresh.caseId, GROUND);
});

test.serial('one click brings the former version back, and the next case does not take the step', async (t) => {
  const page = await pageOf(await browser, 'pv', `/studio/freigaben/${releaseNo}`);
  await button(page, 'Frühere Fassung zurückholen').click();
  await page.getByRole('link', { name: /^Die frühere Fassung gilt wieder, seit Freigabe \d+\.$/ }).waitFor();
  await page.context().close();
  const later = await aCase();
  await pastPapers(later);
  await openTask(later.caseId, GROUND);
  t.false((await stepsOf(later)).includes(STEP));
  t.is((await readCase(later.caseId)).routing.rule, 'D1_04');
  const { body } = await as('pv').get('/api/model-drift');
  t.true(body.items.every((each: { state: string }) => each.state === 'gleich'));
});
