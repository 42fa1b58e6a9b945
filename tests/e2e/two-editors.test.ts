import test from 'ava';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { button, typed } from '../support/clerk.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { as, caseWhen, complete, readCase, today, upload } from '../support/office.ts';
import { aChange } from '../support/studio.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

test.serial('an article: the second editor sees both texts, keeps what was typed, and decides', async (t) => {
  const { body } = await as('wm').post('/api/knowledge/articles', { title: 'Zwei schreiben zugleich', body: 'Der alte Text.' });
  const url = `/api/knowledge/articles/${body.articleId}`;
  const page = await pageOf(await browser, 'wm', `/wissen/${body.articleId}/bearbeiten`);
  const text = page.getByLabel('Text', { exact: false }).first();
  await text.fill('Mein neuer Text.');
  t.is((await as('rsb-sg1').patch(url, { body: 'Der Text der Kollegin.' })).status, 200);
  await button(page, 'Entwurf sichern').click();

  const note = page.getByRole('alert').filter({ hasText: 'Inzwischen hat Dr. Katrin Vogel das geändert' });
  await note.waitFor();
  await note.getByText('Der Text der Kollegin.').waitFor();
  await note.getByText('Mein neuer Text.').waitFor();
  t.is(await text.inputValue(), 'Mein neuer Text.');
  t.deepEqual(await wrongForAll(page), []);
  await keepScreen(page, 'article-overtaken');
  t.is((await as('wm').get(url)).body.body, 'Der Text der Kollegin.', 'nothing was written over');

  await button(page, 'Meine Fassung sichern').click();
  await page.waitForURL(new RegExp(`/wissen/${body.articleId}$`));
  t.is((await as('wm').get(url)).body.body, 'Mein neuer Text.');
  await page.context().close();
});

test.serial('an article: the other text can be taken over, too', async (t) => {
  const { body } = await as('wm').post('/api/knowledge/articles', { title: 'Deren Text ist besser', body: 'Der alte Text.' });
  const page = await pageOf(await browser, 'wm', `/wissen/${body.articleId}/bearbeiten`);
  const text = page.getByLabel('Text', { exact: false }).first();
  await text.fill('Mein neuer Text.');
  await as('rsb-sg1').patch(`/api/knowledge/articles/${body.articleId}`, { body: 'Der Text der Kollegin.' });
  await button(page, 'Entwurf sichern').click();
  await button(page, 'Deren Fassung übernehmen').click();
  t.is(await text.inputValue(), 'Der Text der Kollegin.');
  await page.context().close();
});

test.serial('a deadline: who comes second learns of the other day and by whom, and sends again on purpose', async (t) => {
  const { caseId } = await aDuldung();
  await upload(caseId, 'FOTO', 'svc');
  await complete(caseId, CHECK, { vollstaendigkeit: 'NACHFORDERN', fehlend: ['PASS'] });
  const { waits } = await caseWhen(caseId, 'the wait for papers', (found) => found.waits.length > 0);
  const [wait] = waits as { warteId: string }[];
  const page = await pageOf(await browser, 'sb-sg4', `/vorgaenge/${caseId}`);
  const card = page.locator('section[aria-labelledby="waits-title"]');
  await card.getByRole('button', { name: /^Frist ändern/ }).click();
  const mine = (await today()).add({ days: 40 });
  const theirs = (await today()).add({ days: 30 });
  await card.getByRole('textbox', { name: 'Neuer letzter Tag' }).fill(typed(mine));
  await card.getByLabel('Grund').fill('Die Botschaft braucht länger');
  const moved = await as('sb-sg4-2').post(`/api/cases/${caseId}/deadlines/${wait?.warteId}`, { date: theirs.toString(), reason: 'Urlaub' });
  t.is(moved.status, 202);
  await card.locator('.wait .inline-form button[type=submit]').click();

  const note = card.getByRole('alert').filter({ hasText: 'Inzwischen hat Jonas Adler das geändert' });
  // What is moved for a person ends on a working day.
  const day = Temporal.Instant.from(moved.body.until).toZonedDateTimeISO('Europe/Berlin').toPlainDate();
  await note.getByText(typed(day)).waitFor();
  t.is(await card.getByLabel('Grund').inputValue(), 'Die Botschaft braucht länger');
  await keepScreen(page, 'deadline-overtaken');
  await card.locator('.wait .inline-form button[type=submit]').click();
  await card.getByRole('status').filter({ hasText: 'Die Frist läuft jetzt bis' }).waitFor();
  t.like((await readCase(caseId)).waits[0], { version: 3 });
  await page.context().close();
});

test.serial('title and reason of a change: nothing more is kept until somebody says which text stays', async (t) => {
  const { changeId } = await aChange('Zwei begründen', [{ path: 'decisions/fiktion.dmn' }]);
  const at = `/api/process-changes/${changeId}`;
  const page = await pageOf(await browser, 'pv', `/studio/${changeId}`);
  const field = page.getByLabel('Was ändert sich, und warum?');
  await field.waitFor();
  t.is((await as('pv-2').patch(at, { reason: 'Grund der Kollegin.' })).status, 200);
  await field.fill('Mein Grund.');
  const note = page.getByRole('alert').filter({ hasText: 'Inzwischen hat Eva Kowalski das geändert' });
  await note.getByText('Grund der Kollegin.').waitFor();
  await field.fill('Mein besserer Grund.');
  await note.getByText('Mein besserer Grund.').waitFor();
  t.is((await as('pv').get(at)).body.reason, 'Grund der Kollegin.');
  await keepScreen(page, 'words-overtaken');
  await button(page, 'Meine Fassung sichern').click();
  await page.getByText('Gesichert.').waitFor();
  t.is((await as('pv').get(at)).body.reason, 'Mein besserer Grund.');
  await page.context().close();
});

test.serial('a person: what the other wrote stands beside one’s own, and what one did not touch is theirs', async (t) => {
  const { caseId } = await aDuldung();
  await caseWhen(caseId, 'routed', (found) => found.section === 'SG4');
  const { applicant, personId } = await readCase(caseId);
  t.truthy(applicant);
  const page = await pageOf(await browser, 'sb-sg4', `/vorgaenge/${caseId}`);
  const card = page.locator('section[aria-labelledby="person-title"]');
  await card.getByText('Angaben zur Person berichtigen …').click();
  await card.getByLabel('Telefon').fill('0721 1');
  await card.getByLabel('Grund').first().fill('Anruf');
  const theirs = await as('sb-sg4-2').patch(`/api/persons/${personId}`, {
    changes: { telefon: '0721 2', anschrift: 'Am Markt 1' },
    reason: 'Brief',
  });
  t.is(theirs.status, 200);
  await button(page, 'Berichtigung speichern').click();
  const note = card.getByRole('alert').filter({ hasText: 'Inzwischen hat das jemand anderes geändert.' });
  await note.getByText('0721 2').waitFor();
  await note.getByText('0721 1').waitFor();
  t.is(await card.getByLabel('Anschrift').inputValue(), 'Am Markt 1');
  t.is(await card.getByLabel('Telefon').inputValue(), '0721 1');
  await button(page, 'Berichtigung speichern').click();
  await card.getByText('Die Berichtigung ist gespeichert.').waitFor();
  t.like((await readCase(caseId)).applicant, { telefon: '0721 1', anschrift: 'Am Markt 1' });
  await page.context().close();
});
