import { nextWorkingDay } from '../../services/platform/calendar.ts';
import { onDays } from '../support/calendar/on-days.ts';
import { aDuldung, CHECK, GROUND, papersComplete } from '../support/duldung.ts';
import { as, caseWhen, complete, historyOf, lettersOf, openTask, readCase, today, upload } from '../support/office.ts';

type Wait = { warteId: string; kind: string; until: string };
const ask = (wunschFrist: string, fehlend = ['PASS', 'FOTO']) => ({ vollstaendigkeit: 'NACHFORDERN', fehlend, wunschFrist });
const waiting = (found: { waits: Wait[]; status: string }): boolean =>
  found.waits.some((wait) => wait.kind === 'unterlagen') && found.status === 'wartet';
const waitOf = async (caseId: string): Promise<Wait> =>
  (await caseWhen(caseId, 'a wait', waiting)).waits.find((wait: Wait) => wait.kind === 'unterlagen') as Wait;
const count = (letters: string[], type: string): number => letters.filter((each) => each === type).length;
const dayOf = (moment: string): string => Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();
const extend = (caseId: string, warteId: string, date: string) =>
  as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, { date, reason: 'bittet um mehr Zeit', requestedBy: 'Antragsteller' });
const workingDay = (day: Temporal.PlainDate): Temporal.PlainDate => (day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day);
/** A Wednesday that is no feast: no deadline is moved from it. */
const wednesday = async (weeks: number): Promise<Temporal.PlainDate> => {
  const day = (await today()).add({ days: weeks * 7 });
  const found = day.add({ days: (3 - day.dayOfWeek + 7) % 7 });
  return nextWorkingDay(found).equals(found) ? found : found.add({ days: 7 });
};

onDays('reminder seven days before, then the end on the last day: the clerk is asked again', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  const last = await wednesday(4);
  await complete(caseId, CHECK, ask(last.toString()));
  const wait = await waitOf(caseId);
  t.is(dayOf(wait.until), last.toString());
  t.deepEqual(lettersOf(await caseWhen(caseId, 'the request', (found) => found.letters.length === 2)), [
    'eingangsbestaetigung',
    'nachforderung',
  ]);

  await untilDay(last.subtract({ days: 8 }));
  t.is(count(lettersOf(await readCase(caseId)), 'erinnerung'), 0, 'not yet');
  await untilDay(last.subtract({ days: 6 }));
  t.is(count(lettersOf(await readCase(caseId)), 'erinnerung'), 1);
  t.is((await readCase(caseId)).status, 'wartet');
  await untilDay(last.add({ days: 1 }));
  const task = await as('sb-sg4').get(`/api/tasks/${await openTask(caseId, CHECK)}`);
  t.regex(JSON.stringify(task.body.form), /FRIST_ABGELAUFEN/);
  const found = await readCase(caseId);
  t.is(found.status, 'in-bearbeitung');
  t.is(count(lettersOf(found), 'erinnerung'), 1);
  t.true(historyOf(found).includes('Frist abgelaufen'));
});

onDays('extended twice: it ends once, on the last date, with a reminder before that', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  const [first, second, third] = [await wednesday(2), await wednesday(4), await wednesday(6)];
  await complete(caseId, CHECK, ask(first.toString()));
  const { warteId } = await waitOf(caseId);
  t.is((await extend(caseId, warteId, second.toString())).status, 202);
  await untilDay(first.add({ days: 1 }));
  t.is((await readCase(caseId)).status, 'wartet', 'the first date has passed and nothing happened');
  t.is((await extend(caseId, warteId, third.toString())).status, 202);
  await untilDay(second.add({ days: 1 }));
  const still = await readCase(caseId);
  t.is(still.status, 'wartet', 'nor at the second');
  t.is(dayOf(still.waits[0].until), third.toString());
  await untilDay(third.add({ days: 1 }));
  await openTask(caseId, CHECK);
  const found = await readCase(caseId);
  t.is(historyOf(found).filter((text) => text === 'Frist abgelaufen').length, 1);
  t.is(historyOf(found).filter((text) => text.startsWith('Frist geändert')).length, 2);
  t.is(count(lettersOf(found), 'nachforderung'), 1);
  t.is((await extend(caseId, warteId, third.add({ days: 30 }).toString())).status, 409, 'a deadline that is over is not moved');
});

onDays('all papers during the wait: the case goes on at once, and no reminder follows', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  const last = await wednesday(4);
  await complete(caseId, CHECK, ask(last.toString()));
  await waitOf(caseId);
  t.is((await upload(caseId, 'PASS', 'svc')).status, 201);
  t.is((await readCase(caseId)).status, 'wartet', 'a part of what is expected');
  t.is((await upload(caseId, 'FOTO', 'svc')).status, 201);
  await openTask(caseId, CHECK);
  await complete(caseId, CHECK, papersComplete);
  await openTask(caseId, GROUND);
  await untilDay(last.add({ days: 2 }));
  const found = await readCase(caseId);
  t.is(count(lettersOf(found), 'erinnerung'), 0);
  t.false(historyOf(found).includes('Frist abgelaufen'));
});

onDays('a reminder asks only for what is still missing', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  const last = await wednesday(3);
  await complete(caseId, CHECK, ask(last.toString()));
  await waitOf(caseId);
  await upload(caseId, 'PASS', 'svc');
  await untilDay(last.subtract({ days: 5 }));
  const found = await readCase(caseId);
  const { letterId } = found.letters.find((letter: { type: string }) => letter.type === 'erinnerung');
  const text = JSON.stringify((await as('sb-sg4').get(`/api/cases/${caseId}/letters/${letterId}`)).body.blocks);
  t.regex(text, /Foto/i);
  t.notRegex(text, /"(Reise)?[Pp]ass/);
});

onDays('papers before the wait begins: nothing is asked for, nobody waits', async (t) => {
  const { caseId } = await aDuldung();
  const taskId = await openTask(caseId, CHECK);
  await upload(caseId, 'PASS', 'svc');
  await upload(caseId, 'FOTO', 'svc');
  await as('sb-sg4').post(`/api/tasks/${taskId}/claim`);
  const last = await wednesday(4);
  t.is((await as('sb-sg4').post(`/api/tasks/${taskId}/complete`, { variables: ask(last.toString()) })).status, 202);
  const again = await caseWhen(
    caseId,
    'a second check',
    (found) => found.tasks.filter((task: { elementId: string }) => task.elementId === CHECK).length === 2,
  );
  t.is(count(lettersOf(again), 'nachforderung'), 0);
  t.is(again.waits.length, 0);
});

onDays('two rounds without an answer: the third time the file decides', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  for (const round of [1, 2]) {
    const last = await wednesday(2);
    await complete(caseId, CHECK, ask(last.toString(), ['PASS']));
    await waitOf(caseId);
    await untilDay(last.add({ days: 1 }));
    t.is(count(lettersOf(await readCase(caseId)), 'nachforderung'), round);
  }
  await complete(caseId, CHECK, ask((await wednesday(2)).toString(), ['PASS']));
  await openTask(caseId, GROUND);
  t.is(count(lettersOf(await readCase(caseId)), 'nachforderung'), 2);
});

onDays('a deadline for people never ends on a weekend', async (t) => {
  const { caseId } = await aDuldung();
  const wish = (await today()).add({ days: 20 });
  const saturday = wish.add({ days: (6 - wish.dayOfWeek + 7) % 7 });
  await complete(caseId, CHECK, ask(saturday.toString()));
  const until = Temporal.PlainDate.from(dayOf((await waitOf(caseId)).until));
  t.true(Temporal.PlainDate.compare(until, workingDay(saturday)) >= 0);
  t.true(until.dayOfWeek <= 5);
});

onDays('withdrawn while waiting: the wait ends, its dates fire nothing', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  const last = await wednesday(2);
  await complete(caseId, CHECK, ask(last.toString()));
  await waitOf(caseId);
  await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`);
  await caseWhen(caseId, 'withdrawn', (found) => found.status === 'zurueckgenommen' && found.waits.length === 0);
  await untilDay(last.add({ days: 1 }));
  const found = await readCase(caseId);
  t.is(found.status, 'zurueckgenommen');
  t.is(count(lettersOf(found), 'erinnerung'), 0);
});

onDays('reassigned while waiting: the old wait hears no paper, the new check does', async (t) => {
  const { caseId } = await aDuldung();
  await complete(caseId, CHECK, ask((await wednesday(3)).toString()));
  await waitOf(caseId);
  await as('sb-sg4').post(`/api/cases/${caseId}/reassign`, { anliegen: 'DULDUNG', reason: 'noch einmal von vorn' });
  await openTask(caseId, CHECK);
  const found = await readCase(caseId);
  t.is(found.waits.length, 0);
  await upload(caseId, 'PASS', 'svc');
  await upload(caseId, 'FOTO', 'svc');
  await complete(caseId, CHECK, papersComplete);
  await openTask(caseId, GROUND);
  t.is((await readCase(caseId)).documents.length, 2);
});

onDays('a date in the past, a day that does not exist and no reason are refused by name', async (t) => {
  const { caseId } = await aDuldung();
  await complete(caseId, CHECK, ask((await wednesday(3)).toString()));
  const { warteId } = await waitOf(caseId);
  const move = (body: object) => as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, body);
  t.is((await move({ date: '2020-01-01', reason: 'x' })).body.details[0].field, 'date');
  t.is((await move({ date: '2027-02-30', reason: 'x' })).body.details[0].field, 'date');
  t.is((await move({ date: '2030-01-02' })).body.details[0].field, 'reason');
  t.is((await as('sb-sg2').post(`/api/cases/${caseId}/deadlines/${warteId}`, { date: '2030-01-02', reason: 'x' })).status, 404);
});
