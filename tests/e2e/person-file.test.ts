import test from 'ava';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { button } from '../support/clerk.ts';
import { anApplicant, caseWhen, openCase, readCase } from '../support/office.ts';

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
