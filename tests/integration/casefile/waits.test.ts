import { randomUUID } from 'node:crypto';
import test from 'ava';
import begin from '../../../services/casefile/workers/warten-beginnen.ts';
import end from '../../../services/waits/workers/warten-beenden.ts';
import { openOffice } from '../api/office.ts';
import { work } from '../authorities/work.ts';
import { multipart } from '../documents/multipart.ts';

const office = await openOffice({ clock: '2026-04-01T08:00:00Z' });
const { deps, db, as } = office;
test.after.always(office.stop);

const dayOf = (instant: unknown): string =>
  Temporal.Instant.from(String(instant)).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();
const texts = async (caseId: string): Promise<string[]> =>
  (await db('case_history').where('case_id', caseId).orderBy('history_id').select('text')).map((row: { text: string }) => row.text);
const statusOf = async (caseId: string): Promise<string> =>
  ((await db('cases').where('case_id', caseId).first('status')) as { status: string }).status;

/** Kind, what the model says, last day, day of the reminder or null. Wednesday, 1 April 2026; Easter is on the 5th. */
const kinds: [string, Record<string, unknown>, string, string | null][] = [
  // T4: the consent counts as given on the 16th.
  ['ba', { fristTage: 14 }, '2026-04-15', null],
  ['ba', { fristTage: 7 }, '2026-04-08', null],
  ['unterlagen', {}, '2026-04-22', null],
  ['unterlagen', { erinnerungTage: 7 }, '2026-04-22', '2026-04-15'],
  ['anhoerung', {}, '2026-04-15', null],
  ['anhoerung', { fristTage: 30 }, '2026-05-04', null],
  ['anhoerung', { wunschFrist: '2026-04-05' }, '2026-04-07', null],
  // A day that has passed is a slip: the person gets the whole period, and a note for the office comes up at once.
  ['unterlagen', { wunschFrist: '2026-03-31' }, '2026-04-22', null],
  ['unterlagen', { wunschFrist: '2025-04-20' }, '2026-04-22', null],
  ['anhoerung', { wunschFrist: '2026-03-31', fristTage: 7 }, '2026-04-08', null],
  ['wiedervorlage', { wunschFrist: '2026-03-31' }, '2026-04-01', null],
  // The law sets this one (§ 36 (2) BeschV).
  ['ba', { fristTage: 14, wunschFrist: '2026-04-02' }, '2026-04-15', null],
  ['zahlung', {}, '2026-04-15', null],
  ['beteiligung', {}, '2026-04-15', '2026-04-04'],
  ['eat', {}, '2026-05-13', null],
  ['rp', {}, '2026-07-30', '2026-06-30'],
  ['behoerde', { fristTage: 10 }, '2026-04-11', null],
  ['wiedervorlage', { wunschFrist: '2026-05-03' }, '2026-05-03', null],
  ['verlaengerung', { wunschFrist: '2026-05-03', erinnerungTage: 0 }, '2026-05-03', null],
];

test.serial('each kind of wait has its last day, its reminder and its words', async (t) => {
  for (const [warteArt, given, day, remindOn] of kinds) {
    const { caseId } = await office.aCase();
    const out = await work(deps, begin, { caseId, warteArt, ...given });
    const note = `${warteArt} ${JSON.stringify(given)}`;
    t.is(dayOf(out.frist), day, note);
    t.is(out.erinnern, remindOn !== null, note);
    if (remindOn) t.is(dayOf(out.erinnerungAm), remindOn, note);
    t.is(await statusOf(caseId), ['wiedervorlage', 'verlaengerung'].includes(warteArt) ? 'in-bearbeitung' : 'wartet', note);
    await work(deps, end, { caseId, warteId: out.warteId, warteErgebnis: 'EINGEGANGEN' });
    t.is(await statusOf(caseId), 'in-bearbeitung', note);
  }
});

test.serial('the same job twice begins one wait', async (t) => {
  const { caseId } = await office.aCase();
  const key = randomUUID();
  const [one, two] = [
    await work(deps, begin, { caseId, warteArt: 'ba' }, { key }),
    await work(deps, begin, { caseId, warteArt: 'ba' }, { key }),
  ];
  t.deepEqual(one, two);
  t.is(Number((await db('waits').where('case_id', caseId).count())[0]?.count), 1);
});

test.serial('a case goes on waiting while another wait holds it; what is noted for a day to come does not', async (t) => {
  const { caseId } = await office.aCase();
  const ba = await work(deps, begin, { caseId, warteArt: 'ba' });
  const other = await work(deps, begin, { caseId, warteArt: 'beteiligung' });
  await work(deps, begin, { caseId, warteArt: 'wiedervorlage', wunschFrist: '2026-06-01' });
  await work(deps, end, { caseId, warteId: ba.warteId, warteErgebnis: 'ABGELAUFEN' });
  t.is(await statusOf(caseId), 'wartet');
  await work(deps, end, { caseId, warteId: other.warteId, warteErgebnis: 'EINGEGANGEN' });
  t.is(await statusOf(caseId), 'in-bearbeitung');
});

test.serial('a statement ends the hearing it answers, and makes no task besides', async (t) => {
  const { caseId } = await office.aCase();
  const { warteId } = await work(deps, begin, { caseId, warteArt: 'anhoerung' });
  const paper = (type: string) =>
    multipart([
      { name: 'file', content: `%PDF-1.7 ${type}`, filename: 'Brief.pdf', contentType: 'application/pdf' },
      { name: 'type', content: type },
    ]);
  await as('sb-sg4').send({ method: 'POST', url: `/api/cases/${caseId}/documents`, ...paper('SONSTIGES') });
  t.deepEqual(await office.outbox('publish-message', String(warteId)), []);
  const { status } = await as('sb-sg4').send({ method: 'POST', url: `/api/cases/${caseId}/documents`, ...paper('STELLUNGNAHME') });
  t.is(status, 201);
  const [message] = await office.outbox('publish-message', String(warteId));
  t.like(message, { name: 'stellungnahme', correlationKey: warteId });
});

test.serial('of a security query the history tells its begin and its end, and no round between', async (t) => {
  const { caseId } = await office.aCase();
  const before = (await texts(caseId)).length;
  const job = { processInstanceKey: '77' };
  for (const warteErgebnis of ['ABGELAUFEN', 'ABGELAUFEN', 'EINGEGANGEN']) {
    const { warteId } = await work(deps, begin, { caseId, warteArt: 'beteiligung' }, job);
    await work(deps, end, { caseId, warteId, warteErgebnis });
  }
  t.deepEqual((await texts(caseId)).slice(before), ['Beteiligung läuft', 'Beteiligung abgeschlossen']);
});
