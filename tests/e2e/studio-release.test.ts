/// <reference lib="dom" />
import test from 'ava';
import type { Page } from 'playwright-core';
import { openBrowser, pageOf } from '../support/browser.ts';
import { aDuldung, CHECK, GROUND, papersComplete } from '../support/duldung.ts';
import { as, complete, openCase, openTask, readCase, until } from '../support/office.ts';
import { discardDrafts, takeBack } from '../support/studio.ts';
import { readNotes } from '../support/views/studio-scene.ts';

// A label, from the owner's first click to the clerks' screens and back; then a process that did not exist. The office is as it was at the end.
const browser = openBrowser();
const stamp = Date.now().toString(36);
const oldName = 'Duldungsgrund prüfen';
const newName = 'Duldungsgrund feststellen';
const reason = `Der Schritt heißt jetzt, was er ist (${stamp}).`;
const planned = { id: 'verpflichtungserklaerung', name: 'Verpflichtungserklärung', anliegen: 'VERPFLICHTUNG' };

const inForce: number[] = [];
let changeId = '';

const releaseOf = async (id: string): Promise<number> =>
  until(`change ${id} in force`, async () => {
    const { body } = await as('pv').get(`/api/process-changes/${id}`);
    if (body.state === 'gescheitert') throw new Error(body.failure);
    return body.state === 'in-kraft' ? (body.releaseNo as number) : undefined;
  });

test.after.always(async () => {
  for (const releaseNo of inForce.toReversed()) {
    const { body } = await as('pv').get(`/api/model-releases/${releaseNo}`);
    if (body.undoneBy === null) await takeBack(releaseNo);
  }
  await readNotes('sb-sg4');
  await (await browser).close();
});

/** A Duldung at the step whose name is changed. */
const upToGround = async (): Promise<string> => {
  const { caseId } = await aDuldung();
  await complete(caseId, CHECK, papersComplete);
  await openTask(caseId, GROUND);
  return caseId;
};

const nameAtGround = async (caseId: string): Promise<string> => {
  const found = await readCase(caseId);
  return found.tasks.find((each: { elementId: string }) => each.elementId === GROUND).name;
};

/** What a person's hands do on the page, counted where it happens: presses of the mouse and of keys. */
const countHands = async (page: Page): Promise<() => Promise<{ clicks: number; keys: number }>> => {
  await page.evaluate(() => {
    const hands = { clicks: 0, keys: 0 };
    Object.assign(window, { lotseHands: hands });
    addEventListener('pointerdown', () => (hands.clicks += 1), true);
    addEventListener('keydown', () => (hands.keys += 1), true);
  });
  return () => page.evaluate(() => (window as unknown as { lotseHands: { clicks: number; keys: number } }).lotseHands);
};

const shape = (page: Page, elementId: string) => page.locator(`.djs-element.djs-shape[data-element-id="${elementId}"]`);
const sentence = (page: Page) => page.locator('.change-sentence');
const waitForSentence = (page: Page, words: RegExp) => sentence(page).filter({ hasText: words }).waitFor();

let running = '';
test.before(async () => {
  await discardDrafts('duldung/duldung.bpmn');
  running = await upToGround();
});

test.serial('an owner renames a step and hands it in: a few clicks, no more keys than the words have', async (t) => {
  const page = await pageOf(await browser, 'pv', `/karte/duldung?schritt=${GROUND}`);
  await shape(page, GROUND).waitFor();
  const hands = await countHands(page);
  await page.getByRole('button', { name: 'Bearbeiten' }).click();
  await page.waitForURL(/\/datei\?/);
  await page.locator('.file-bar').waitFor();
  await shape(page, GROUND).waitFor();
  await shape(page, GROUND).dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(newName);
  await page.getByRole('link', { name: /^Weiter/ }).click();
  await page.waitForURL((at) => /^\/studio\/[0-9a-f-]{36}$/.test(at.pathname));
  changeId = new URL(page.url()).pathname.split('/')[2] ?? '';
  await waitForSentence(page, /Es fehlt: die Begründung\./);
  await page.getByLabel('Was ändert sich, und warum?').click();
  await page.keyboard.type(reason);
  await page.getByRole('button', { name: 'Zur Freigabe geben' }).click();
  await waitForSentence(page, /Es fehlt: die Freigabe durch die Abteilungsleitung\./);
  const { clicks, keys } = await hands();
  t.true(clicks <= 6, `${clicks} clicks`);
  t.true(keys <= newName.length + reason.length + 4, `${keys} keys`);

  await page.getByText('Nur Wörter', { exact: true }).first().waitFor();
  await page.getByText(`heißt jetzt ‚${newName}‘`).waitFor();
  t.is(await page.getByRole('button', { name: 'Freigeben' }).count(), 0, 'who wrote it does not release it');
  await page.getByText(/Freigeben muss sie eine andere Person|Freigeben darf die Abteilungsleitung/).waitFor();
  await page.context().close();
});

test.serial('nobody releases their own change, and who releases writes none', async (t) => {
  t.is((await as('pv').post(`/api/process-changes/${changeId}/approve`, {})).status, 403);
  t.is((await as('pv-2').post(`/api/process-changes/${changeId}/approve`, {})).status, 403);
  t.is((await as('al').put(`/api/process-changes/${changeId}/files`, { path: 'duldung/duldung.bpmn', content: '<x/>' })).status, 403);
  t.is((await as('sb-sg4').get(`/api/process-changes/${changeId}`)).status, 404);
  const page = await pageOf(await browser, 'al', '/karte/duldung');
  await shape(page, GROUND).waitFor();
  t.is(await page.getByRole('button', { name: 'Bearbeiten' }).count(), 0);
  await page.goto('/studio/neu');
  await page.getByRole('heading', { level: 1, name: 'Das gibt es hier nicht' }).waitFor();
  await page.context().close();
});

test.serial('the head of department sees what waits, reads why and what, and releases it', async (t) => {
  const page = await pageOf(await browser, 'al', '/karte');
  await page.getByRole('link', { name: /wartet auf Ihre Freigabe|warten auf Ihre Freigabe/ }).click();
  await page.waitForURL(/\/studio$/);
  await page.getByRole('heading', { level: 2, name: /^Wartet auf Sie/ }).waitFor();
  await page.locator(`main a[href="/studio/${changeId}"]`).click();
  await page.getByText(reason).waitFor();
  const sides = page.locator('.comparison__side');
  await sides.nth(1).waitFor();
  for (const [index, name] of ['prüfen', 'feststellen'].entries()) {
    const element = sides.nth(index).locator(`.djs-shape[data-element-id="${GROUND}"]`);
    await element.waitFor();
    t.regex((await element.textContent()) ?? '', new RegExp(name));
    t.regex((await element.getAttribute('class')) ?? '', /lotse-mark-changed/);
  }
  await page.getByRole('button', { name: /heißt jetzt/ }).click();
  for (const index of [0, 1]) await sides.nth(index).locator(`.lotse-chosen[data-element-id="${GROUND}"]`).waitFor();
  const logos = await page
    .locator('.comparison .bjs-powered-by')
    .evaluateAll((all) => all.map((logo) => logo.getBoundingClientRect().width > 20 && logo.checkVisibility()));
  t.deepEqual(logos, [true, true], 'the maker’s mark is on both pictures');
  await page.getByRole('button', { name: 'Freigeben', exact: true }).click();
  await waitForSentence(page, /^In Kraft mit Freigabe \d+\./);
  inForce.push(await releaseOf(changeId));
  await page.context().close();
});

test.serial('a new case shows the new name, a running one the old', async (t) => {
  t.is(await nameAtGround(await upToGround()), newName);
  t.is(await nameAtGround(running), oldName);
});

test.serial('clerks learn of it below their list, which stays where it is, once', async (t) => {
  const page = await pageOf(await browser, 'sb-sg4', '/vorgaenge');
  const letThrough = Promise.withResolvers<void>();
  await page.route('**/api/release-notes', async (route) => {
    await letThrough.promise;
    await route.continue();
  });
  await page.goto('/aufgaben?view=all');
  const first = page.locator('tbody tr[data-task]').first();
  await first.waitFor();
  const before = await first.boundingBox();
  letThrough.resolve();
  const strip = page.getByRole('region', { name: 'Neu an Ihren Abläufen' });
  await strip.getByText(reason).waitFor();
  t.deepEqual(await first.boundingBox(), before, 'a click on its way hits what it was meant for');
  await strip.getByRole('link', { name: 'Duldung', exact: true }).waitFor();
  await strip.getByRole('button', { name: /^Gelesen/ }).click();
  await strip.getByText(reason).waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('.inbox table').waitFor();
  const { body } = await as('sb-sg4').get('/api/release-notes');
  t.true(body.items.find((each: { text: string }) => each.text.includes(reason)).read);
  t.is(await page.getByText(reason).count(), 0);
  await page.context().close();
});

test.serial('the history says who, why and what; one click brings the former version back', async (t) => {
  const [releaseNo] = inForce;
  const page = await pageOf(await browser, 'pv', '/studio/freigaben');
  const row = page.getByRole('row').filter({ has: page.locator(`a[href="/studio/freigaben/${releaseNo}"]`) });
  await row.waitFor();
  const said = (await row.textContent()) ?? '';
  for (const part of [reason, 'Martin Giese', 'Christine Albrecht']) t.true(said.includes(part), part);
  await row.getByRole('link').click();
  await page.getByText(`heißt jetzt ‚${newName}‘`).waitFor();
  await page.getByRole('button', { name: 'Frühere Fassung zurückholen' }).click();
  await page.getByRole('link', { name: /^Die frühere Fassung gilt wieder, seit Freigabe \d+\.$/ }).waitFor();
  t.is(await nameAtGround(await upToGround()), oldName);
  await page.goto('/studio/abgleich');
  await page.locator('.drift-state').waitFor();
  t.is(await page.getByText('duldung/duldung.bpmn').count(), 0, 'the live text is the repository’s again');
  await page.context().close();
});

test.serial('a process that nobody has modelled is begun on the map and runs for the next case', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte');
  const section = page.getByRole('region', { name: 'Sachgebiet 3' });
  await section.locator('summary').click();
  await section.getByRole('link', { name: `Prozess „${planned.id}“ anlegen` }).click();
  await page.getByLabel('Name').fill(planned.name);
  t.is(await page.getByLabel('Kennung').inputValue(), planned.id);
  await page.getByRole('button', { name: 'Prozess anlegen' }).click();
  await page.waitForURL((at) => /^\/studio\/[0-9a-f-]{36}$/.test(at.pathname));
  const id = new URL(page.url()).pathname.split('/')[2] ?? '';
  const guide = page.getByRole('region', { name: 'Bis der Prozess läuft' });
  for (const done of ['Das Modell ist vollständig', 'Jede Aufgabe hat ein Formular', 'Die Zuordnung führt zu ihm'])
    await guide.locator('.guide__item--done').filter({ hasText: done }).waitFor();
  await page.getByLabel('Was ändert sich, und warum?').fill(`Bisher von Hand sortiert (${stamp}).`);
  await waitForSentence(page, /Es fehlt: der Probelauf\./);
  await page.getByRole('button', { name: 'Probelauf starten' }).click();
  await waitForSentence(page, /Nichts fehlt mehr/);
  await page.getByRole('button', { name: 'Zur Freigabe geben' }).click();
  await waitForSentence(page, /Es fehlt: die Freigabe durch/);
  await page.context().close();

  const { needs } = (await as('pv').get(`/api/process-changes/${id}`)).body;
  for (const seat of needs as string[]) {
    const signer = await pageOf(await browser, seat === 'al' ? 'al-2' : 'rsb-sg3', `/studio/${id}`);
    await signer.getByRole('button', { name: 'Freigeben', exact: true }).click();
    await signer.getByRole('status').filter({ hasText: 'Freigegeben.' }).first().waitFor();
    await signer.context().close();
  }
  inForce.push(await releaseOf(id));

  const { caseId } = await openCase(planned.anliegen);
  const found = await until(`case ${caseId} in the new process`, async () => {
    const { status, body } = await as('svc').get(`/api/cases/${caseId}`);
    return status === 200 && body.tasks?.some((each: { status: string }) => each.status === 'offen') ? body : undefined;
  });
  t.is(found.process, planned.id);
});
