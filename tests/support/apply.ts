import type { Browser, Page } from 'playwright-core';
import { pageOf } from './browser.ts';

const pdf = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${crypto.randomUUID()}\n%%EOF\n`),
});

const date = async (page: Page, name: string, [day, month, year]: readonly [string, string, string]): Promise<void> => {
  for (const [part, text] of [
    ['tag', day],
    ['monat', month],
    ['jahr', year],
  ] as const)
    await page.locator(`#${name}-${part}`).fill(text);
};
const pick = (page: Page, name: string, value: string): Promise<void> => page.locator(`input[name="${name}"][value="${value}"]`).check();
const goOn = (page: Page): Promise<void> => page.locator('form.questions button[type="submit"]').last().click();

/** An applicant writes an application for a Duldung and sends it, page by page. Gives the name under which the office finds it. */
export const applyForDuldung = async (browser: Browser, account: string, familienname: string): Promise<void> => {
  const page = await pageOf(browser, account, '/mein');
  page.setDefaultTimeout(15_000);
  await page.goto('/mein/antrag/duldung/person');
  await page.locator('#vornamen').fill('Noor');
  await page.locator('#familienname').fill(familienname);
  await date(page, 'geburtsdatum', ['04', '05', '1990']);
  await page.locator('#geburtsort').fill('Mossul');
  await page.locator('#geburtsstaat').selectOption({ index: 5 });
  await pick(page, 'geschlecht', 'w');
  await page.locator('#staat1').selectOption('ungeklärt');
  await goOn(page);
  await page.locator('#strasse').fill('Hafenstraße 5');
  await page.locator('#plz').fill('12345');
  await page.locator('#ort').fill('Musterstadt');
  await date(page, 'einzugsdatum', ['01', '03', '2024']);
  await page.locator('#email').fill('noor@example.org');
  await pick(page, 'kontaktweg', 'email');
  await page.locator('#sprache').selectOption({ index: 1 });
  await goOn(page);
  await date(page, 'titelGueltigBis', ['31', '12', '2026']);
  await pick(page, 'krankenversicherung', 'gesetzlich');
  await pick(page, 'strafverfahren', 'nein');
  await pick(page, 'passVorhanden', 'nein');
  await goOn(page);
  for (const type of ['PASS', 'FOTO', 'MELDEBESTAETIGUNG']) await page.locator(`#${type}`).setInputFiles(pdf(type.toLowerCase()));
  await goOn(page);
  for (const name of ['wahrheitsgemaess', 'datenschutzGelesen']) await page.locator(`#${name}`).check();
  await goOn(page);
  await page.waitForURL(/\/mein/);
  await page.context().close();
};
