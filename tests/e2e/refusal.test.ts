import test from 'ava';
import type { Page } from 'playwright-core';
import {
  EXAMINE,
  HEAR,
  REFUSE,
  refusalProposed,
  refused,
  SIGN,
  taskOf,
  upToExamination,
  WEIGH,
  weighed,
} from '../support/beschaeftigung.ts';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { assigneeOf, button, choose, headline } from '../support/clerk.ts';
import { anApplicant, as, caseWhen, openCase } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const ADMIT = 'userTask_ZulaessigkeitPruefen';
const REMEDY = 'userTask_AbhilfePruefen';

const entry = (page: Page, text: string) => page.locator('[data-task]').filter({ hasText: text });
const label = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** Opens the task of an element and takes it, unless it is this person's already. */
const take = async (page: Page, caseId: string, elementId: string, title: string): Promise<void> => {
  await page.goto(`/aufgaben/${await taskOf(caseId, elementId)}`);
  await headline(page, title);
  await button(page, 'Übernehmen').or(button(page, 'Abschließen')).first().waitFor();
  if (await button(page, 'Übernehmen').count()) await button(page, 'Übernehmen').click();
  await button(page, 'Abschließen').waitFor();
};
const finish = async (page: Page): Promise<void> => {
  await button(page, 'Abschließen').click();
  await page
    .getByText(/ist erledigt\./)
    .first()
    .waitFor();
};

test.serial('a refusal from the application to the objection: clerk, applicant, legal specialist, second checker', async (t) => {
  t.timeout(180_000);
  const { familienname } = anApplicant();
  const applicant = { familienname };
  const { caseId, aktenzeichen } = await upToExamination({ by: 'antragsteller-2', applicant });
  const [clerk, author, signer, person] = (await Promise.all([
    pageOf(await browser, 'sb-sg1', '/aufgaben'),
    pageOf(await browser, 'rsb-sg1', '/fragen'),
    pageOf(await browser, 'rsb-sg1-2', '/fragen'),
    pageOf(await browser, 'antragsteller-2', '/mein'),
  ])) as [Page, Page, Page, Page];

  // The clerk looks at each way the law still leaves, and says of each why it does not lead on.
  await take(clerk, caseId, EXAMINE, 'Antrag prüfen');
  await choose(clerk, 'Worum geht es?', 'Erste Erteilung');
  await choose(clerk, 'Was ergibt Ihre Prüfung?', 'Die Erlaubnis ist zu versagen');
  await choose(clerk, 'Liegt ein Arbeitsvertrag oder ein verbindliches Angebot vor?', 'Nein');
  await choose(clerk, 'Qualifikation', 'Kein Abschluss');
  await choose(clerk, 'Ist der Beruf reglementiert?', 'Nein');
  await button(clerk, 'Abschließen').click();
  await clerk.locator('.form-summary').getByText('In Betracht kommen').waitFor();
  await choose(clerk, 'In Betracht kommen', 'Anderer Aufenthaltszweck');
  await choose(clerk, 'In Betracht kommen', 'Verlängerung der Frist');
  await clerk.getByRole('textbox', { name: 'Anderer Aufenthaltszweck' }).fill(refusalProposed.spielraumAndererZweck);
  await clerk.getByRole('textbox', { name: 'Verlängerung der Frist' }).fill('Die Frist ist schon zweimal verlängert worden.');
  await label(clerk, 'Die übrigen Wege').fill(refusalProposed.spielraumUebrige);
  await label(clerk, 'Warum soll versagt werden?').fill(refusalProposed.versagungVorschlag);
  await keepScreen(clerk, 'refusal-ways');
  await finish(clerk);
  await take(clerk, caseId, HEAR, 'Anhörung verfassen');
  await label(clerk, 'Was haben Sie vor, und warum?').fill('Wir wollen Ihren Antrag ablehnen, weil die Stelle nicht mehr angeboten wird.');
  await choose(clerk, 'Eilt es?', 'Nein, 14 Tage');
  await finish(clerk);

  // The person is asked, and answers.
  await caseWhen(caseId, 'hearing', (found) => found.letters.some((letter: { type: string }) => letter.type === 'anhoerung'), 'sb-sg1');
  await person.goto(`/mein/vorgang/${caseId}`);
  t.is(await person.locator('#type').inputValue(), 'STELLUNGNAHME', 'there is one thing to send');
  await person
    .locator('#file')
    .setInputFiles({ name: 'stellungnahme.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${caseId}\n%%EOF\n`) });
  await person.getByRole('button', { name: 'Hochladen' }).click();
  await person.getByText('stellungnahme.pdf').waitFor();

  await take(author, caseId, WEIGH, 'Stellungnahme würdigen');
  await author.getByRole('region', { name: 'Stellungnahme der Person' }).waitFor();
  await label(author, 'Ihre Abwägung').fill(weighed.abwaegung);
  await finish(author);
  await take(author, caseId, REFUSE, 'Über die Versagung entscheiden');
  await choose(author, 'Bleibt es bei der Versagung?', 'Ja, die Erlaubnis wird versagt');
  const decision = refused();
  await label(author, 'Sachverhalt').fill(String(decision.sachverhalt));
  await label(author, 'Gründe').fill('Die Stelle wird nicht mehr angeboten.');
  await label(author, 'Ermessen').fill(String(decision.ermessenText));
  await label(author, 'Ihre eigene Prüfung der übrigen Wege').fill(String(decision.spielraumPruefung));
  await author.getByLabel('Ich habe Kindeswohl').check();
  await label(author, 'Ausreisefrist in Tagen').fill('30');
  await label(author, 'Zielstaat der Androhung').fill(String(decision.zielstaat));
  await label(author, 'Zustellung').selectOption('POST');
  await finish(author);
  t.is(await entry(author, aktenzeichen).count(), 0, 'their own decision is not theirs to check');

  // Back once with a reason, then changed and signed.
  await signer.goto('/fragen');
  await entry(signer, aktenzeichen).waitFor();
  await take(signer, caseId, SIGN, 'Bescheid zeichnen');
  await choose(signer, 'Ihre Entscheidung', 'Mit Grund zurückgeben');
  await label(signer, 'Was ist zu ändern?').fill('Bitte sagen, warum eine neue Stelle nicht abgewartet wird.');
  await finish(signer);
  t.is(await assigneeOf(await taskOf(caseId, REFUSE), 'rsb-sg1'), 'rsb-sg1', 'it is its author’s again, and nobody else’s');
  await take(author, caseId, REFUSE, 'Über die Versagung entscheiden');
  await author.getByRole('region', { name: 'Einmal zurückgegeben' }).waitFor();
  await choose(author, 'Bleibt es bei der Versagung?', 'Ja, die Erlaubnis wird versagt');
  await label(author, 'Gründe').fill('Die Stelle wird nicht mehr angeboten, eine neue ist nicht in Aussicht.');
  await finish(author);
  await take(signer, caseId, SIGN, 'Bescheid zeichnen');
  await signer.getByRole('region', { name: 'Entwurf des Bescheids' }).locator('ins').first().waitFor();
  await choose(signer, 'Ihre Entscheidung', 'Freigeben und versenden');
  await finish(signer);

  const closed = await caseWhen(caseId, 'refused', (found) => found.status === 'abgeschlossen', 'sb-sg1');
  t.is(closed.outcome, 'ABGELEHNT');
  await clerk.goto(`/vorgaenge/${caseId}`);
  await clerk.getByText(/Bekannt gegeben am \d/).waitFor();
  await clerk.getByText(/Widerspruch ist möglich bis \d/).waitFor();
  await clerk.getByText(/Ohne Rechtsbehelf bestandskräftig ab \d/).waitFor();
  t.deepEqual(await wrongForAll(clerk), []);
  await person.goto(`/mein/vorgang/${caseId}`);
  await person.getByRole('link', { name: 'Unsere Entscheidung: Wir lehnen Ihren Antrag ab' }).click();
  await person.getByText(/Sie können sich bis \S+, \d+\. \S+ \d{4} dagegen wehren/).waitFor();
  await person.getByText('Rechtsbehelfsbelehrung').first().waitFor();
  await person.getByText('innerhalb eines Monats nach Bekanntgabe Widerspruch').waitFor();
  await person.getByText('Die Stelle wird nicht mehr angeboten, eine neue ist nicht in Aussicht.').waitFor();
  await keepScreen(person, 'refusal-letter');

  // Taken in at the counter; whoever decided or signed does not decide again.
  const objection = await openCase('WIDERSPRUCH', {
    applicant,
    facts: { entscheidendesSg: 'SG1', angegriffenesAktenzeichen: aktenzeichen },
  });
  // Their pointer lies where they last pressed, and under it no list moves: they come once the task is there.
  await taskOf(objection.caseId, ADMIT);
  await signer.goto('/fragen');
  await entry(signer, objection.aktenzeichen).waitFor();
  await take(signer, objection.caseId, ADMIT, 'Zulässigkeit prüfen');
  await choose(signer, 'Ist der Widerspruch statthaft?', 'Ja, die Sache wird geprüft');
  await choose(signer, 'Form', 'Schriftlich');
  await choose(signer, 'Kam der Widerspruch rechtzeitig?', 'Ja');
  await choose(signer, 'Gibt es einen Eilantrag beim Verwaltungsgericht?', 'Nein');
  await finish(signer);
  const remedy = await taskOf(objection.caseId, REMEDY);
  for (const page of [author, signer]) {
    await page.goto('/fragen');
    await headline(page, 'Fragen an mich');
    await page.getByRole('heading', { name: /^Widersprüche/ }).waitFor();
    t.is(await entry(page, objection.aktenzeichen).count(), 0);
  }
  for (const account of ['rsb-sg1', 'rsb-sg1-2']) t.is((await as(account).post(`/api/tasks/${remedy}/claim`)).status, 403, account);
  const head = await pageOf(await browser, 'sgl-sg1', '/fragen');
  await entry(head, objection.aktenzeichen).waitFor();
  await take(head, objection.caseId, REMEDY, 'Abhilfe prüfen');
  await keepScreen(head, 'refusal-objection');
  await Promise.all([clerk, author, signer, person, head].map((page) => page.context().close()));
});
