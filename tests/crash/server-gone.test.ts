import test from 'ava';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { button, choose, draftSaved, headline } from '../support/clerk.ts';
import { kill, untilHealthy } from '../support/crash-ground.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { as, caseWhen, openTask } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const question = 'Sind die Unterlagen vollständig?';
const byFile = 'Nein, aber nach Aktenlage weitermachen';
const why = 'Warum ohne die fehlenden Unterlagen?';
type Shown = { taskId: string; status: string; input?: unknown };
const stateOf = (found: { tasks: Shown[] }, taskId: string): Shown | undefined => found.tasks.find((each) => each.taskId === taskId);

const taken = async (account = 'sb-sg4') => {
  const { caseId } = await aDuldung();
  const taskId = await openTask(caseId, CHECK);
  const page = await pageOf(await browser, account, `/aufgaben/${taskId}`);
  await button(page, 'Übernehmen').click();
  await choose(page, question, byFile);
  return { caseId, taskId, page, reason: page.getByLabel(why) };
};

/** Killed again as soon as it comes back, so that nobody answers for so long. */
const goneFor = async (ms: number): Promise<void> => {
  const until = performance.now() + ms;
  while (performance.now() < until) await kill('api');
};

test.serial('the server is gone for half a minute: one writes on, nothing is lost, and what was sent arrives', async (t) => {
  const writer = await taken();
  const sender = await taken('sb-sg4-2');
  await writer.reason.fill('Vor dem Ausfall.');
  await draftSaved(writer.page);
  await sender.reason.fill('Im Ausfall abgeschickt.');

  const outage = goneFor(30_000);
  await writer.reason.pressSequentially(' Mitten im Ausfall getippt', { delay: 60 });
  await button(sender.page, 'Abschließen').click();
  await writer.page.getByText('Der Server antwortet gerade nicht. Sie können weiterschreiben').waitFor();
  await writer.page.getByText('Nicht gespeichert – wir versuchen es weiter').waitFor();
  await sender.page.getByText('Der Server antwortet nicht. Wir versuchen es weiter; Ihre Eingaben bleiben hier.').waitFor();
  await keepScreen(writer.page, 'server-gone');
  await writer.reason.pressSequentially(', und dann noch ein Satz.', { delay: 60 });
  await outage;
  await untilHealthy();

  const text = 'Vor dem Ausfall. Mitten im Ausfall getippt, und dann noch ein Satz.';
  t.is(await writer.reason.inputValue(), text);
  await writer.page.getByText('Der Server antwortet gerade nicht.').waitFor({ state: 'detached' });
  await draftSaved(writer.page);
  t.like((await as('sb-sg4').get(`/api/tasks/${writer.taskId}`)).body.draft, { aktenlageGrund: text });
  await button(writer.page, 'Abschließen').click();
  await headline(writer.page, 'Duldungsgrund prüfen');
  t.is((await as('sb-sg4').get(`/api/cases/${writer.caseId}`)).body.facts.aktenlageGrund, text);

  await headline(sender.page, 'Duldungsgrund prüfen');
  t.is((await as('sb-sg4').get(`/api/cases/${sender.caseId}`)).body.facts.aktenlageGrund, 'Im Ausfall abgeschickt.');
  for (const { page } of [writer, sender]) await page.context().close();
});

test.serial('a task withdrawn while somebody types keeps the words of the last seconds, too', async (t) => {
  const { caseId, taskId, page, reason } = await taken();
  await draftSaved(page);
  await reason.fill('Die letzten Worte vor der Rücknahme.');
  t.is((await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`, { reason: 'Am Schalter erklärt' })).status, 202);
  await page.getByText('Diese Aufgabe ist entfallen: Der Vorgang hat einen anderen Weg genommen.').waitFor();
  await page.getByText('Ihre Eingaben sind beim Vorgang aufbewahrt.').waitFor();
  t.is(await reason.inputValue(), 'Die letzten Worte vor der Rücknahme.');
  const found = await caseWhen(
    caseId,
    'the last words kept',
    (each) => (stateOf(each, taskId)?.input as { aktenlageGrund?: string } | undefined)?.aktenlageGrund !== undefined,
  );
  t.like(stateOf(found, taskId), {
    status: 'entfallen',
    input: { vollstaendigkeit: 'NACH_AKTENLAGE', aktenlageGrund: 'Die letzten Worte vor der Rücknahme.' },
  });
  await keepScreen(page, 'task-withdrawn');
  await page.reload();
  await page.getByText('Diese Aufgabe ist entfallen').waitFor();
  t.is(await reason.inputValue(), 'Die letzten Worte vor der Rücknahme.');
  await page.context().close();
});
