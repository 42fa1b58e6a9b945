import test from 'ava';
import type { Page } from 'playwright-core';
import {
  ANSWER,
  askedWhileExamining,
  EXAMINE,
  finish,
  HEAR,
  hearing,
  REFUSE,
  refusalProposed,
  refused,
  returned,
  SIGN,
  taskOf,
  upToExamination,
  WEIGH,
  waitOf,
  weighed,
} from '../support/beschaeftigung.ts';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { button, choose, headline } from '../support/clerk.ts';
import { as, upload } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const entry = (page: Page, text: string) => page.locator('[data-task]').filter({ hasText: text });
const inNavigation = async (page: Page): Promise<number> =>
  Number(
    (
      await page
        .locator('.nav__count')
        .textContent({ timeout: 5_000 })
        .catch(() => '0')
    )?.replace(/\D/g, ''),
  );

test.serial('a clerk asks, a legal specialist answers from the desk, and the clerk goes on with the answer in front of them', async (t) => {
  const { caseId, aktenzeichen } = await upToExamination();
  const question = `Trägt § 19c auch bei ${aktenzeichen}?`;
  const specialist = await pageOf(await browser, 'rsb-sg1', '/fragen');
  await headline(specialist, 'Fragen an mich');
  await specialist.getByRole('heading', { name: /^Fragen \d+$/ }).waitFor();
  t.is(await entry(specialist, aktenzeichen).count(), 0);
  const before = await inNavigation(specialist);

  // Asked in the form, without leaving it.
  const taskId = await taskOf(caseId, EXAMINE);
  await as('sb-sg1').post(`/api/tasks/${taskId}/claim`);
  const clerk = await pageOf(await browser, 'sb-sg1', `/aufgaben/${taskId}`);
  await choose(clerk, 'Worum geht es?', 'Erste Erteilung');
  await choose(clerk, 'Was ergibt Ihre Prüfung?', 'Ich brauche erst eine Antwort der Rechtssachbearbeitung');
  await clerk.getByLabel('Frage', { exact: true }).fill(question);
  await clerk.getByLabel('Sachverhalt in Kürze').fill('Die Anerkennung liegt nur zum Teil vor.');
  await clerk.getByLabel('Um welche Vorschrift geht es?').selectOption('19c');
  await clerk.getByLabel('Ihr eigener Vorschlag').fill('Ich würde auf § 19c umstellen.');
  await button(clerk, 'Abschließen').click();

  // It comes to the desk by itself, with all that is needed to think about it.
  await entry(specialist, question).waitFor();
  t.is(await inNavigation(specialist), before + 1);
  for (const words of [
    'Die Anerkennung liegt nur zum Teil vor.',
    'Ich würde auf § 19c umstellen.',
    '§ 19c AufenthG',
    'gefragt von Miriam Feldkamp',
  ])
    t.true((await entry(specialist, question).textContent())?.includes(words), words);
  t.deepEqual(await wrongForAll(specialist), []);
  await keepScreen(specialist, 'legal-desk');

  // One key and Enter.
  await specialist.keyboard.press('j');
  await specialist.locator('[data-task] h3 a:focus').waitFor();
  await entry(specialist, question).getByRole('link').focus();
  await specialist.keyboard.press('Enter');
  await specialist.getByRole('heading', { level: 2, name: question }).waitFor();
  t.is(await specialist.getByText('Frage:', { exact: true }).count(), 0, 'said once, above the form');
  await button(specialist, 'Übernehmen').click();
  await choose(specialist, 'Wie antworten Sie?', 'Ich kläre die Frage');
  await specialist.getByLabel('Ihre Antwort').fill('Ja, § 19c trägt auch bei einer Anerkennung in Teilen.');
  await button(specialist, 'Abschließen').click();

  // Back with whoever asked, on top of the step they go on with; nothing is chosen for them.
  const again = await taskOf(caseId, EXAMINE);
  t.not(again, taskId);
  await clerk.goto(`/aufgaben/${again}`);
  const card = clerk.getByRole('region', { name: 'Antwort der Rechtssachbearbeitung' });
  await card.getByText('Ja, § 19c trägt auch bei einer Anerkennung in Teilen.').waitFor();
  await card.getByText(/^Dr. Katrin Vogel, \d\d\.\d\d\.\d{4}, \d\d:\d\d$/).waitFor();
  t.is(await clerk.getByRole('group', { name: 'Was ergibt Ihre Prüfung?' }).locator('input:checked').count(), 0);
  t.deepEqual(await wrongForAll(clerk), []);
  await keepScreen(clerk, 'legal-answer');
  await Promise.all([clerk.context().close(), specialist.context().close()]);
});

test.serial('whoever asked never finds their own question on the desk', async (t) => {
  const { caseId, aktenzeichen } = await upToExamination();
  // A legal specialist who examines a case asks like everybody else.
  const handed = await as('sb-sg1').post(`/api/tasks/${await taskOf(caseId, EXAMINE)}/handover`, {
    to: 'rsb-sg1',
    reason: 'Schwieriger Fall.',
  });
  t.is(handed.status, 200);
  await finish(caseId, EXAMINE, askedWhileExamining, 'rsb-sg1');
  await taskOf(caseId, ANSWER);
  const [asker, colleague] = await Promise.all(['rsb-sg1', 'rsb-sg1-2'].map(async (account) => pageOf(await browser, account, '/fragen')));
  await entry(colleague as Page, aktenzeichen).waitFor();
  await (asker as Page).getByRole('heading', { name: /^Fragen \d+$/ }).waitFor();
  t.is(await entry(asker as Page, aktenzeichen).count(), 0);
  await Promise.all([asker?.context().close(), colleague?.context().close()]);
});

test.serial('the desk is for legal specialists and heads of section; nobody else has it or is led to it', async (t) => {
  const [head, clerk] = await Promise.all(['sgl-sg1', 'sb-sg1'].map(async (account) => pageOf(await browser, account, '/fragen')));
  await headline(head as Page, 'Fragen an mich');
  t.is(await (head as Page).getByRole('link', { name: /^Fragen an mich/ }).count(), 1);
  await headline(clerk as Page, 'Das gibt es hier nicht');
  t.is(await (clerk as Page).getByRole('link', { name: /^Fragen an mich/ }).count(), 0);
  await Promise.all([head?.context().close(), clerk?.context().close()]);
});

test.serial('a second check shows the letter, why it came back, and word by word what is different since', async (t) => {
  const { caseId, aktenzeichen } = await upToExamination();
  await finish(caseId, EXAMINE, refusalProposed);
  await finish(caseId, HEAR, hearing());
  await waitOf(caseId, 'anhoerung');
  await upload(caseId, 'STELLUNGNAHME', 'svc');
  await finish(caseId, WEIGH, weighed, 'rsb-sg1-2');
  await finish(caseId, REFUSE, refused({ gruende: 'Die Zustimmung der Bundesagentur für Arbeit fehlt.' }), 'rsb-sg1-2');
  await finish(caseId, SIGN, returned, 'rsb-sg1');

  // It is the author's again; they see why, and nothing is chosen already.
  const author = await pageOf(await browser, 'rsb-sg1-2', `/aufgaben/${await taskOf(caseId, REFUSE)}`);
  await author.getByRole('region', { name: 'Einmal zurückgegeben' }).getByText('Bitte die Gründe genauer fassen.').waitFor();
  await author
    .getByRole('region', { name: 'Stellungnahme der Person' })
    .getByRole('link', { name: /öffnen$/ })
    .waitFor();
  t.is(await author.getByRole('group', { name: 'Bleibt es bei der Versagung?' }).locator('input:checked').count(), 0);
  await choose(author, 'Bleibt es bei der Versagung?', 'Ja, die Erlaubnis wird versagt');
  await author.getByLabel('Gründe', { exact: true }).fill('Die nötige Zustimmung der Bundesagentur für Arbeit fehlt.');
  t.false(await author.getByText(/^Vorschlag der Tabelle: \d+ Tage/).isVisible(), 'a proposal is folded below the own choice');
  await button(author, 'Abschließen').click();

  const signer = await pageOf(await browser, 'rsb-sg1', '/fragen');
  await entry(signer, aktenzeichen).getByText('1 Stelle geändert seit dem letzten Blick').waitFor();
  await entry(signer, aktenzeichen).getByRole('link').click();
  const letter = signer.getByRole('region', { name: 'Entwurf des Bescheids' });
  await letter.getByText('Seit dem letzten Blick ist 1 Stelle anders.').waitFor();
  t.regex((await letter.locator('ins').textContent()) ?? '', /nötige/);
  t.true((await letter.locator('.draft-exact').count()) > 2);
  await signer.getByRole('region', { name: 'Einmal zurückgegeben' }).getByText('Bitte die Gründe genauer fassen.').waitFor();
  t.is(await signer.getByRole('group', { name: 'Ihre Entscheidung' }).locator('input:checked').count(), 0);
  await button(signer, 'Nächste Änderung').click();
  t.true(await letter.locator('[data-change]:focus').isVisible());
  t.deepEqual(await wrongForAll(signer), []);
  await keepScreen(signer, 'legal-second-check');
  await letter.getByLabel('Änderungen zeigen').uncheck();
  t.is(await letter.locator('ins').count(), 0);
  await button(signer, 'Übernehmen').click();
  await choose(signer, 'Ihre Entscheidung', 'Freigeben und versenden');
  await button(signer, 'Abschließen').click();
  await signer
    .getByText(/ist erledigt\./)
    .first()
    .waitFor();
  await Promise.all([author.context().close(), signer.context().close()]);
});

test.serial('eight tabs of one person share one stream, and another takes over when its tab is closed', async (t) => {
  const { caseId } = await upToExamination();
  const taskId = await taskOf(caseId, EXAMINE);
  // It came to whoever checked the papers.
  await as('sb-sg1').post(`/api/tasks/${taskId}/release`);
  const first = await pageOf(await browser, 'sb-sg1', `/aufgaben/${taskId}`);
  await button(first, 'Übernehmen').waitFor();
  const context = first.context();
  let streams = 0;
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') streams += 1;
  });
  await first.reload();
  const tabs = [first];
  for (let count = 1; count < 8; count += 1) {
    const tab = await context.newPage();
    // HTTP/1.1 gives a host six connections: with a stream each, the seventh tab would never come to this.
    await tab.goto(`/aufgaben/${taskId}`);
    await button(tab, 'Übernehmen').waitFor({ timeout: 20_000 });
    tabs.push(tab);
  }
  t.is(streams, 1);
  await as('sb-sg1-2').post(`/api/tasks/${taskId}/claim`);
  await Promise.all(tabs.map((tab) => tab.getByText('bearbeitet diese Aufgabe. Sie können sie lesen').waitFor({ timeout: 10_000 })));

  await first.close();
  await as('sb-sg1-2').post(`/api/tasks/${taskId}/release`);
  await Promise.all(tabs.slice(1).map((tab) => button(tab, 'Übernehmen').waitFor({ timeout: 10_000 })));
  t.is(streams, 2);
  await context.close();
});
