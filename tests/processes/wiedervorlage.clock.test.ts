import { onDays } from '../support/calendar/on-days.ts';
import { aDuldung, CHECK, issue, upToDecision } from '../support/duldung.ts';
import { as, caseWhen, complete, openTask, readCase, today } from '../support/office.ts';

const AGAIN = 'userTask_WiedervorlageBearbeiten';
type Found = { status: string; tasks: { elementId: string; status: string }[]; waits: { warteId: string; kind: string; until: string }[] };
const done = { wiedervorlageErgebnis: 'ERLEDIGT', wiedervorlageVermerk: 'nachgesehen, es ist nichts zu tun' };
const reminders = (found: Found) => found.waits.filter((wait) => wait.kind === 'wiedervorlage');
const tasks = (found: Found): string[] => found.tasks.filter((task) => task.elementId === AGAIN).map((task) => task.status);

const dayOf = ({ until }: { until: string }): string =>
  Temporal.Instant.from(until).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();

const book = async (caseId: string, day: Temporal.PlainDate, note = 'Ist der Pass da?'): Promise<Found> => {
  const { status, body } = await as('sb-sg4').post(`/api/cases/${caseId}/reminders`, { date: day.toString(), note });
  if (status !== 202) throw new Error(`not booked: ${status} ${JSON.stringify(body)}`);
  return caseWhen(caseId, 'the booking', (found: Found) => reminders(found).some((wait) => dayOf(wait) === day.toString()));
};

onDays('on its day the case lies before its clerk again, beside the work that goes on', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  await openTask(caseId, CHECK);
  const day = (await today()).add({ days: 10 });
  await book(caseId, day);
  await untilDay(day.subtract({ days: 1 }));
  t.deepEqual(tasks(await readCase(caseId)), [], 'a day too early');
  await untilDay(day.add({ days: 1 }));
  await complete(caseId, AGAIN, done);
  const found = (await caseWhen(caseId, 'done', (body: Found) => tasks(body)[0] === 'erledigt')) as Found;
  t.deepEqual(reminders(found), []);
  t.true(found.tasks.some((task) => task.elementId === CHECK && task.status === 'offen'));
});

onDays('nothing to do yet: it comes again on the day the clerk names', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  await openTask(caseId, CHECK);
  const day = (await today()).add({ days: 5 });
  await book(caseId, day);
  await untilDay(day.add({ days: 1 }));
  const next = (await today()).add({ days: 20 });
  await complete(caseId, AGAIN, {
    wiedervorlageErgebnis: 'ERNEUT',
    wunschFrist: next.toString(),
    wiedervorlageVermerk: 'Botschaft braucht noch',
  });
  await caseWhen(caseId, 'waits again', (found: Found) => reminders(found).some((wait) => dayOf(wait) === next.toString()));
  await untilDay(next.add({ days: 1 }));
  await complete(caseId, AGAIN, done);
  const found = await caseWhen(caseId, 'both done', (body: Found) => tasks(body).every((status) => status === 'erledigt'));
  t.is(tasks(found).length, 2);
});

onDays('moved to a later day, it waits for that one; a closed case comes back, too', async (t, untilDay) => {
  const { caseId } = await upToDecision();
  const day = await today();
  await issue(caseId, day.add({ months: 6 }).toString(), day.toString());
  await caseWhen(caseId, 'closed', (found: Found) => found.status === 'abgeschlossen');
  const first = day.add({ days: 5 });
  const later = day.add({ days: 15 });
  const [wait] = reminders(await book(caseId, first));
  const moved = await as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${wait?.warteId}`, {
    date: later.toString(),
    reason: 'erst nach dem Urlaub',
  });
  t.is(moved.status, 202);
  await untilDay(first.add({ days: 1 }));
  t.deepEqual(tasks(await readCase(caseId)), []);
  await untilDay(later.add({ days: 1 }));
  await complete(caseId, AGAIN, done);
  t.is((await caseWhen(caseId, 'done', (body: Found) => tasks(body)[0] === 'erledigt')).status, 'abgeschlossen');
});
