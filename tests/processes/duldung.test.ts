import test from 'ava';
import {
  ablehnung,
  aDuldung,
  auflagen,
  CHECK,
  CONDITIONS,
  GROUND,
  grund,
  HAND_OUT,
  issue,
  papersComplete,
  SIGN,
  upToDecision,
} from '../support/duldung.ts';
import { as, caseWhen, complete, historyOf, lettersOf, openTask, today, until } from '../support/office.ts';

const closed = (found: { status: string }): boolean => found.status === 'abgeschlossen';
const elements = (found: { tasks: { elementId: string; status: string }[] }): string[] =>
  found.tasks.filter((task) => task.status === 'erledigt').map((task) => task.elementId);

test('a Duldung runs from intake to the finished paper', async (t) => {
  const { caseId, aktenzeichen } = await upToDecision({ by: 'antragsteller' });
  t.regex(aktenzeichen, /^AB-\d{4}-\d{6}$/);
  const day = await today();
  const until_ = day.add({ months: 3 }).toString();
  await issue(caseId, until_, day.toString());
  const found = await caseWhen(
    caseId,
    'closed, all tasks acknowledged, the renewal begun',
    (body) => closed(body) && elements(body).length === 4 && body.waits.length > 0,
  );

  t.is(found.outcome, 'ERTEILT');
  t.deepEqual(elements(found), [CHECK, GROUND, CONDITIONS, HAND_OUT]);
  t.deepEqual(lettersOf(found), ['eingangsbestaetigung', 'duldung']);
  t.is(found.facts.gueltigBis, until_);
  t.is(found.waits.length, 1, 'the renewal is booked');
  t.is(found.waits[0].kind, 'verlaengerung');
  t.true(historyOf(found).some((text) => text.startsWith('Dem AZR gemeldet: erteilt (Simulation')));
});

test('the table proposes the length of the paper: three months for a first one, never beyond the passport', async (t) => {
  const day = await today();
  const passGueltigBis = day.add({ days: 40 }).toString();
  const [first, short] = await Promise.all([upToDecision(), upToDecision({ applicant: { passGueltigBis } })]);
  for (const [{ caseId }, expected] of [
    [first, day.add({ months: 3 }).toString()],
    [short, passGueltigBis],
  ] as const) {
    await openTask(caseId, CONDITIONS);
    t.is((await as('sb-sg4').get(`/api/cases/${caseId}`)).body.facts.gueltigBisVorschlag, expected);
  }
});

test('a refusal is signed by a legal specialist and goes out with the right remedy', async (t) => {
  const { caseId } = await upToDecision();
  await complete(caseId, CONDITIONS, ablehnung);
  await complete(caseId, SIGN, { zeichnung: 'FREIGEBEN' }, 'rsb-sg4');
  const found = await caseWhen(caseId, 'closed', closed);
  t.is(found.outcome, 'ABGELEHNT');
  t.deepEqual(lettersOf(found), ['eingangsbestaetigung', 'bescheid-dul']);
  const { letterId } = found.letters[1];
  const letter = (await as('sb-sg4').get(`/api/cases/${caseId}/letters/${letterId}`)).body;
  t.regex(JSON.stringify(letter.blocks), /Klage/);
  t.notRegex(JSON.stringify(letter.blocks), /Widerspruch bei/, 'there is no objection against it (§ 83 (2) AufenthG)');
  t.truthy(letter.rechtsbehelfBis);
});

test('the author does not sign their own refusal, and a returned one comes back to the clerk', async (t) => {
  const { caseId } = await upToDecision();
  await complete(caseId, CONDITIONS, ablehnung);
  const taskId = await openTask(caseId, SIGN, 'rsb-sg4');
  const author = await as('sb-sg4').post(`/api/tasks/${taskId}/claim`);
  t.is(author.status, 403);
  await complete(caseId, SIGN, { zeichnung: 'ZURUECKGEBEN', grund: 'Bitte den Sachverhalt ergänzen.' }, 'rsb-sg4');
  await openTask(caseId, CONDITIONS);
  const day = await today();
  await issue(caseId, day.add({ months: 6 }).toString(), day.toString());
  const found = await caseWhen(caseId, 'closed', closed);
  t.is(found.outcome, 'ERTEILT');
  t.false(lettersOf(found).includes('bescheid-dul'), 'the returned refusal never went out');
});

test('the letter says only that something waits, always in the same words', async (t) => {
  const email = `mail-${crypto.randomUUID()}@example.org`;
  const { mails } = await import('../support/office.ts');
  const one = await aDuldung({ applicant: { email } });
  await openTask(one.caseId, CHECK);
  const mine = await until('the mail', async () => {
    const found = (await mails()).filter((mail) => JSON.stringify(mail).includes(email));
    return found.length > 0 ? found : undefined;
  });
  t.is(mine.length, 1);
  t.notRegex(JSON.stringify({ subject: mine[0]?.subject, text: mine[0]?.text }), new RegExp(`${one.aktenzeichen}|Probe|Duldung`));
});

test('all faults of a form come back at once, and nothing moves', async (t) => {
  const { caseId } = await aDuldung();
  const taskId = await openTask(caseId, CHECK);
  await as('sb-sg4').post(`/api/tasks/${taskId}/claim`);
  const refused = await as('sb-sg4').post(`/api/tasks/${taskId}/complete`, {
    variables: { vollstaendigkeit: 'NACHFORDERN', fehlend: [], unbekannt: 1 },
  });
  t.is(refused.status, 400);
  t.deepEqual(refused.body.details.map((each: { field: string }) => each.field).sort(), ['fehlend', 'unbekannt']);
  t.is((await as('sb-sg4').get(`/api/tasks/${taskId}`)).body.status, 'offen');
});

test('completing twice is completing once; the task is gone from the list at once', async (t) => {
  const { caseId } = await aDuldung();
  const taskId = await complete(caseId, CHECK, papersComplete);
  const again = await as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: papersComplete });
  t.is(again.status, 202);
  const listed = (await as('sb-sg4').get('/api/tasks?view=all&limit=200')).body.items as { taskId: string }[];
  t.false(listed.some((each) => each.taskId === taskId));
  await complete(caseId, GROUND, grund);
  const found = await caseWhen(caseId, 'one decision task', (body) =>
    body.tasks.some((each: { elementId: string }) => each.elementId === CONDITIONS),
  );
  t.is(found.tasks.filter((each: { elementId: string }) => each.elementId === GROUND).length, 1);
});

test('what the form keeps from the engine stays in the case', async (t) => {
  const { caseId } = await upToDecision();
  await complete(caseId, CONDITIONS, auflagen((await today()).add({ months: 3 }).toString()));
  const found = await caseWhen(caseId, 'facts', (body) => body.facts.erwerb === 'MIT_ERLAUBNIS');
  t.is(found.facts.passVorhanden, 'NEIN');
});
