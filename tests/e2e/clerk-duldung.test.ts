import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { applyForDuldung } from '../support/apply.ts';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { button, choose, draftSaved, focused, headline, openFromList, row, taskIdIn, typed } from '../support/clerk.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { anApplicant, as, caseWhen, openTask, today } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

test.serial('a Duldung goes from the application to the finished paper, all of it in the browser', async (t) => {
  const { familienname } = anApplicant();
  await applyForDuldung(await browser, 'antragsteller-2', familienname);

  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben?view=all');
  await page.getByLabel('Aufgaben filtern').fill(familienname);
  await page.keyboard.press('Enter');
  await row(page, familienname).waitFor();
  t.regex((await row(page, familienname).locator('.due__words').textContent()) ?? '', /^(heute|in \d+ Tag(en)?|\d+ Tage? überfällig)$/);
  const aktenzeichen = (await row(page, familienname).locator('th a').first().textContent()) ?? '';
  await openFromList(page, aktenzeichen);
  await headline(page, 'Unterlagen prüfen');
  await button(page, 'Übernehmen').click();
  await choose(page, 'Sind die Unterlagen vollständig?', 'Ja, alles Nötige ist da');
  await button(page, 'Abschließen').click();

  // Its next step is this clerk's again and opens by itself.
  await headline(page, 'Duldungsgrund prüfen');
  await page.getByText('ist erledigt. Hier ist der nächste Schritt dieses Vorgangs.').waitFor();
  await page.getByText(aktenzeichen).first().waitFor();

  // All faults at once; the summary takes the focus and leads to the fields.
  await button(page, 'Abschließen').click();
  const summary = page.locator('.form-summary');
  await summary.getByRole('heading', { name: '3 Angaben fehlen noch oder stimmen nicht' }).waitFor();
  t.true(await summary.evaluate((element) => element === element.ownerDocument.activeElement));
  await keepScreen(page, 'clerk-faults');
  await summary.getByRole('link').first().click();
  t.is(await focused(page).getAttribute('id'), 'feld-duldungsgrund');
  await page.getByLabel('Duldungsgrund', { exact: true }).selectOption('PASSLOS');
  await summary.getByRole('heading', { name: '2 Angaben fehlen noch oder stimmen nicht' }).waitFor();
  await choose(page, 'Ist es die erste Duldung dieser Person?', 'Ja');
  await page.getByLabel('Vermerk zum Grund').fill('Die Botschaft stellt zurzeit keine Pässe aus.');

  // Kept without asking, and there again after the page was loaded anew.
  await draftSaved(page);
  await page.reload();
  await headline(page, 'Duldungsgrund prüfen');
  t.is(await page.getByLabel('Vermerk zum Grund').inputValue(), 'Die Botschaft stellt zurzeit keine Pässe aus.');
  t.is(await page.getByLabel('Duldungsgrund', { exact: true }).inputValue(), 'PASSLOS');
  await choose(page, 'Liegt ein gültiger Pass oder Passersatz vor?', 'Nein');
  // The next step shows when the case is read again: held back, so that what stands there meanwhile can be seen.
  await page.route('**/api/cases/*', async (route) => {
    await pause(600);
    await route.continue().catch(() => undefined);
  });
  await button(page, 'Abschließen').click();
  await page
    .getByText(/^(Wird verarbeitet …|Erledigt von Ines Hartwig)/)
    .first()
    .waitFor();
  await page.unroute('**/api/cases/*');

  await headline(page, 'Auflagen');
  const day = await today();
  await choose(page, 'Wie entscheiden Sie?', 'Duldung erteilen');
  await page.getByLabel('Gültig bis', { exact: true }).fill(typed(day.add({ days: 120 })));
  await choose(page, 'Wohnsitzauflage?', 'Nein');
  await choose(page, 'Erwerbstätigkeit', 'Nur mit Erlaubnis der Ausländerbehörde');
  await keepScreen(page, 'clerk-decision');
  await button(page, 'Abschließen').click();

  await headline(page, 'Bescheinigung');
  await page.getByLabel('Vordruck').selectOption('D2a');
  await page.getByLabel('Seriennummer').fill('D2A00012345');
  await page.getByLabel('Ausgehändigt am', { exact: true }).fill(typed(day));
  await page.getByLabel('Ich habe erklärt').check();
  const { caseId } = (await as('sb-sg4').get(`/api/tasks/${taskIdIn(page)}`)).body;
  // Something else is waiting for the clerk's group: that is offered next, because this case has no further step, and one press takes it.
  await openTask((await aDuldung()).caseId, CHECK);
  await button(page, 'Abschließen').click();
  await page.locator('button:focus', { hasText: /^(Übernehmen und öffnen|Öffnen)$/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Hier ist Ihre nächste Aufgabe.').waitFor();
  t.like((await as('sb-sg4').get(`/api/tasks/${taskIdIn(page)}`)).body, { assignee: 'sb-sg4', status: 'offen' });

  await caseWhen(caseId, 'closed', (found) => found.status === 'abgeschlossen' && found.letters.length > 0);
  await page.goto(`/vorgaenge/${caseId}`);
  await page.locator('.case-status', { hasText: 'abgeschlossen: erteilt' }).first().waitFor();
  await keepScreen(page, 'clerk-case-closed');
  await page.locator('section[aria-labelledby="letters-title"] .link-button').first().click();
  const letter = page.locator('article.letter a').first();
  await page.goto((await letter.getAttribute('href')) ?? '');
  await page.getByText('MUSTER').first().waitFor({ state: 'attached' });
  await page.getByText(familienname).first().waitFor();
  await keepScreen(page, 'clerk-letter');
  await page.context().close();
});
