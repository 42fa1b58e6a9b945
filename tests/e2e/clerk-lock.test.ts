import test from 'ava';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { button, choose, headline } from '../support/clerk.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { as, openTask, until } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const draftOf = async (taskId: string): Promise<unknown> => (await as('sb-sg4').get(`/api/tasks/${taskId}`)).body.draft;
const aTask = async (): Promise<string> => openTask((await aDuldung()).caseId, CHECK);

test.serial('nobody at the desk: the screen locks, the draft is saved, and signing in again goes on where it was', async (t) => {
  const taskId = await aTask();
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben', { ownSession: true });
  await page.clock.install();
  await page.goto(`/aufgaben/${taskId}`);
  await headline(page, 'Unterlagen prüfen');
  await button(page, 'Übernehmen').click();
  await choose(page, 'Sind die Unterlagen vollständig?', 'Nein, aber nach Aktenlage weitermachen');
  await page.getByLabel('Warum ohne die fehlenden Unterlagen?').fill('Kurz vor der Pause getippt.');
  const minutes: number = (await as('sb-sg4').get('/api/me')).body.idleMinutes ?? 15;
  await page.clock.fastForward((minutes + 1) * 60_000);
  await page.getByRole('heading', { level: 1, name: 'Der Bildschirm ist gesperrt' }).waitFor();
  await keepScreen(page, 'clerk-locked');
  t.deepEqual(await wrongForAll(page), []);
  t.false(await page.getByText('Unterlagen prüfen').first().isVisible());
  t.like(await draftOf(taskId), { aktenlageGrund: 'Kurz vor der Pause getippt.' });
  await until('the session to end', async () => (await page.request.get('/api/tasks')).status() === 401);

  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Anmelden und weiterarbeiten' }).click(),
  ]);
  await tab.waitForLoadState();
  if (!tab.isClosed() && new URL(tab.url()).pathname !== '/angemeldet') {
    const card = tab.getByText('Ines Hartwig').first();
    await card.click({ timeout: 10_000 }).catch(() => undefined);
  }
  await headline(page, 'Unterlagen prüfen');
  t.is(await page.getByLabel('Warum ohne die fehlenden Unterlagen?').inputValue(), 'Kurz vor der Pause getippt.');
  await button(page, 'Abschließen').click();
  await page
    .getByText(/ist erledigt\./)
    .first()
    .waitFor();
  await page.context().close();
});

test.serial('signing out saves what was just typed and leaves nothing behind', async (t) => {
  const taskId = await aTask();
  const page = await pageOf(await browser, 'sb-sg4', `/aufgaben/${taskId}`, { ownSession: true });
  await button(page, 'Übernehmen').click();
  await choose(page, 'Sind die Unterlagen vollständig?', 'Nein, Fehlendes nachfordern');
  await button(page, 'Abmelden').click();
  await page.getByRole('button', { name: 'Ja, ganz abmelden' }).click();
  await page.waitForURL((at) => at.pathname === '/');
  t.like(await draftOf(taskId), { vollstaendigkeit: 'NACHFORDERN' });
  t.is((await page.request.get('/api/tasks')).status(), 401);
  await page.goto(`/aufgaben/${taskId}`);
  await page.getByRole('heading', { name: 'Bitte melden Sie sich an' }).waitFor();
  t.is(await page.getByText('Unterlagen prüfen').count(), 0);
  await page.context().close();
});
