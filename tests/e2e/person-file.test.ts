import test from 'ava';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { button } from '../support/clerk.ts';
import { anApplicant, caseWhen, openCase, openTask, readCase } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

test.serial(
  'two files that may be one person: compared side by side, joined with a choice, corrected, and taken apart again',
  async (t) => {
    const applicant = anApplicant({ vornamen: 'Noor', geburtsdatum: '1990-00-00', telefon: '0721 100' });
    const one = await openCase('DULDUNG', { applicant: { ...applicant, passNummer: 'P-100', geburtsort: 'Herat' } });
    const two = await openCase('DULDUNG', { applicant: { ...applicant, passNummer: 'P-200', telefon: '0721 200' } });
    for (const { caseId } of [one, two]) await caseWhen(caseId, 'routed', (found) => found.section === 'SG4');
    const page = await pageOf(await browser, 'sb-sg4', `/vorgaenge/${one.caseId}`);
    const likely = page.locator('section[aria-labelledby="likely-title"]');
    await likely.getByText('gleicher Name, gleicher Geburtstag').waitFor();
    await likely.getByText('Vergleichen und entscheiden …').click();
    await button(page, 'Entscheidung eintragen').click();
    await likely.getByRole('alert').filter({ hasText: 'Bitte entscheiden Sie' }).waitFor();
    await likely.getByLabel('Dieselbe Person').check();
    await likely.getByLabel('Passnummer: was gilt?').selectOption('other');
    await likely.getByLabel('Grund').fill('Neuer Pass vorgelegt');
    await keepScreen(page, 'case-likely-person');
    await button(page, 'Entscheidung eintragen').click();
    await page.getByText('Die Akten sind zusammengeführt.').waitFor();
    t.like((await readCase(two.caseId)).applicant, { passNummer: 'P-200', telefon: '0721 100', geburtsort: 'Herat' });

    const differs = page.locator('section[aria-labelledby="differences-title"]');
    await differs.getByText('0721 200').waitFor();
    await page.getByRole('link', { name: two.aktenzeichen }).waitFor();
    const card = page.locator('section[aria-labelledby="person-title"]');
    await card.getByText('Angaben zur Person berichtigen …').click();
    await card.getByLabel('Geburtsdatum').fill('5.1990');
    await card.getByLabel('Grund').first().fill('Laut neuem Pass');
    await keepScreen(page, 'case-correct-person');
    await button(page, 'Berichtigung speichern').click();
    await card.getByText('Die Berichtigung ist gespeichert.').waitFor();
    await card.locator('dd').getByText('Mai 1990 (Tag unbekannt)').waitFor();

    await card.getByText('Zusammenführung zurücknehmen …').click();
    await card.getByLabel('Grund').last().fill('Es sind Geschwister');
    await button(page, 'Zurücknehmen').click();
    await page.getByRole('link', { name: two.aktenzeichen }).waitFor({ state: 'detached' });
    t.like((await readCase(one.caseId)).applicant, { passNummer: 'P-100', geburtsdatum: '1990-05-00' });
    t.like((await readCase(two.caseId)).applicant, { passNummer: 'P-200', telefon: '0721 200', geburtsdatum: '1990-00-00' });
    await page.context().close();
  },
);

test.serial('where the other file lies in another section, the clerk asks the service, whose task has both side by side', async (t) => {
  const applicant = anApplicant({ geburtsdatum: '1988-03-07', passNummer: 'P-301' });
  const other = await openCase('STUDIUM', { applicant: { ...applicant, passNummer: 'P-302' } });
  await caseWhen(other.caseId, 'routed', (found) => found.section === 'SG1', 'sb-sg1');
  const { caseId } = await openCase('DULDUNG', { applicant });
  await caseWhen(caseId, 'routed', (found) => found.section === 'SG4');
  const clerk = await pageOf(await browser, 'sb-sg4', `/vorgaenge/${caseId}`);
  const asking = clerk.locator('section[aria-labelledby="likely-title"]');
  await asking.getByText('darum sehen Sie sie nicht', { exact: false }).waitFor();
  await asking.getByText('Den Service bitten zu vergleichen …').click();
  await asking.getByLabel('Grund').fill('Zwei Pässe, ein Gesicht');
  await button(clerk, 'Service bitten').click();
  await clerk.getByText('Der Service ist gebeten zu vergleichen.').waitFor();
  await asking.getByText(/hat den Service am .* gebeten zu vergleichen: Zwei Pässe, ein Gesicht/).waitFor();
  t.is(await asking.getByText('Den Service bitten zu vergleichen …').count(), 0);

  const taskId = await openTask(caseId, 'userTask_WiedervorlageBearbeiten');
  const service = await pageOf(await browser, 'svc', '/aufgaben');
  await service.goto(`/aufgaben/${taskId}`);
  const likely = service.locator('section[aria-labelledby="likely-title"]');
  await likely.getByText('Zwei Pässe, ein Gesicht').waitFor();
  await likely.getByText('Vergleichen und entscheiden …').click();
  await likely.getByLabel('Verschiedene Personen').check();
  await likely.getByLabel('Grund').fill('Beide waren hier');
  await keepScreen(service, 'task-compare');
  await button(service, 'Entscheidung eintragen').click();
  await service.getByText('Eingetragen: verschiedene Personen.').waitFor();
  await caseWhen(caseId, 'decided', (found) =>
    found.history.some((line: { text: string }) => /verschiedene Personen. Grund: Beide/.test(line.text)),
  );
  await Promise.all([clerk.context().close(), service.context().close()]);
});
