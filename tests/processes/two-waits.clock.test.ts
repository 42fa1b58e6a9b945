import { createCommands } from '../../services/engine/index.ts';
import { onDays } from '../support/calendar/on-days.ts';
import { openDatabase } from '../support/crash-ground.ts';
import { aDuldung, CHECK, papersComplete } from '../support/duldung.ts';
import { as, caseWhen, complete, openTask, readCase, today, upload } from '../support/office.ts';

type Wait = { warteId: string; kind: string; until: string };
const kinds = (found: { waits: Wait[] }): string[] => found.waits.map((wait) => wait.kind).sort();
const waitOf = (found: { waits: Wait[] }, kind: string): Wait => found.waits.find((wait) => wait.kind === kind) as Wait;

onDays('two waits of one case: date, paper and end of the one do not touch the other', async (t, untilDay) => {
  const { caseId } = await aDuldung();
  const day = await today();
  await complete(caseId, CHECK, { vollstaendigkeit: 'NACHFORDERN', fehlend: ['PASS'], wunschFrist: day.add({ days: 28 }).toString() });
  await caseWhen(caseId, 'the first wait', (found) => found.waits.length === 1);
  const db = openDatabase();
  t.teardown(() => db.destroy());
  await db.transaction((trx) =>
    createCommands().add(trx, 'publish-message', {
      name: 'duldung-verlaengerung-vormerken',
      correlationKey: caseId,
      messageId: crypto.randomUUID(),
      ttlMs: 3_600_000,
      variables: { caseId, wunschFrist: day.add({ days: 40 }).toString() },
      caseId,
    }),
  );
  const both = await caseWhen(caseId, 'two waits', (found) => found.waits.length === 2);
  t.deepEqual(kinds(both), ['unterlagen', 'verlaengerung']);
  const renewal = waitOf(both, 'verlaengerung');

  const { warteId } = waitOf(both, 'unterlagen');
  const later = day.add({ days: 33 });
  t.is(
    (await as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, { date: later.toString(), reason: 'bittet um Zeit' })).status,
    202,
  );
  t.deepEqual(waitOf(await readCase(caseId), 'verlaengerung'), renewal, 'the date of the one is not the date of the other');

  await untilDay(day.add({ days: 30 }));
  t.deepEqual(kinds(await readCase(caseId)), ['unterlagen', 'verlaengerung'], 'the old date of the first has passed unheard');

  await upload(caseId, 'PASS', 'svc');
  await openTask(caseId, CHECK);
  t.deepEqual(kinds(await readCase(caseId)), ['verlaengerung'], 'the paper ends the one that waited for it');
  await complete(caseId, CHECK, papersComplete);

  await untilDay(day.add({ days: 41 }));
  const found = await caseWhen(caseId, 'the second has ended by itself', (body) => body.waits.length === 0);
  t.is(found.status, 'in-bearbeitung');
});
