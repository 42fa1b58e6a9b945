import { randomUUID } from 'node:crypto';
import test from 'ava';
import vorbereiten from '../../../services/routing/workers/neuzuordnung-vorbereiten.ts';
import { openOffice } from '../api/office.ts';
import { runWorker } from '../letters/office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const texts = async (caseId: string, by = 'sb-sg4'): Promise<string[]> =>
  (await as(by).get(`/api/cases/${caseId}`)).body.history.map((line: { text: string }) => line.text);
const messages = async (caseId: string, name: string) =>
  (await office.outbox('publish-message', caseId)).filter((each) => each.name === name);
const close = (caseId: string, status = 'abgeschlossen') => db('cases').where('case_id', caseId).update({ status, closed_at: new Date() });

test('a withdrawal is taken, told to the engine and shown; again it is the same one', async (t) => {
  const { caseId } = await office.aCase();
  const first = await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`, { reason: 'zieht weg' });
  t.is(first.status, 202);
  t.deepEqual(first.body, { caseId });
  t.is((await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`)).status, 202);
  t.deepEqual(
    (await texts(caseId)).filter((text) => text.startsWith('Rücknahme')),
    ['Rücknahme erklärt: zieht weg'],
  );
  const [message] = await messages(caseId, 'antrag-zurueckgenommen');
  t.like(message, { correlationKey: caseId, messageId: `${caseId}:zurueckgenommen`, variables: {} });
  await close(caseId, 'zurueckgenommen');
  t.is((await as('sb-sg4').post(`/api/cases/${caseId}/withdraw`)).status, 202);
});

test('the applicant withdraws the own case, nobody else’s', async (t) => {
  const own = await office.aCase({ by: 'antragsteller' });
  t.is((await as('antragsteller').post(`/api/cases/${own.caseId}/withdraw`, {})).status, 202);
  t.is((await as('antragsteller-2').post(`/api/cases/${own.caseId}/withdraw`, {})).status, 404);
});

test('a closed case is neither withdrawn nor reassigned', async (t) => {
  const { caseId } = await office.aCase();
  await close(caseId);
  for (const [call, payload] of [
    ['withdraw', {}],
    ['reassign', { section: 'SG1', reason: 'falsch' }],
  ] as const) {
    const { status, body } = await as('sb-sg4').post(`/api/cases/${caseId}/${call}`, payload);
    t.is(status, 409);
    t.like(body, { statusCode: 409, error: 'Conflict', message: 'Der Vorgang ist schon abgeschlossen.' });
  }
  t.deepEqual(await messages(caseId, 'neu-zuordnen'), []);
});

test('a reassignment names its target and reason in the history and goes to the engine', async (t) => {
  const { caseId } = await office.aCase();
  const { status, body } = await as('sb-sg4').post(`/api/cases/${caseId}/reassign`, {
    anliegen: 'STUDIUM',
    section: 'SG1',
    reason: 'will studieren',
  });
  t.is(status, 202);
  t.deepEqual(body, { caseId });
  t.true((await texts(caseId)).includes('Neu zuordnen nach Anliegen STUDIUM, Sachgebiet 1: will studieren'));
  t.like((await messages(caseId, 'neu-zuordnen'))[0], {
    correlationKey: caseId,
    variables: { neuesAnliegen: 'STUDIUM', neuesSachgebiet: 'SG1' },
  });
});

test('a reassignment needs a target, a reason and an Anliegen that exists', async (t) => {
  const { caseId } = await office.aCase();
  const reassign = (payload: object) => as('sb-sg4').post(`/api/cases/${caseId}/reassign`, payload);
  t.is((await reassign({ reason: 'x' })).status, 400);
  t.deepEqual(
    (await reassign({ section: 'SG1' })).body.details.map((each: { field: string }) => each.field),
    ['reason'],
  );
  t.is((await reassign({ section: 'SG1', reason: '  ' })).status, 400);
  t.is((await reassign({ section: 'SG9', reason: 'x' })).status, 400);
  const [hidden, absent] = [
    await reassign({ anliegen: 'SICHERHEIT', reason: 'x' }),
    await reassign({ anliegen: 'GIBTESNICHT', reason: 'x' }),
  ];
  t.is(hidden.status, 400);
  t.is(hidden.text, absent.text);
});

test('a hidden case never leaves its circle, by the call nor by the sorting form', async (t) => {
  const { caseId } = await office.aHiddenCase();
  const reassign = (payload: object) => as('sicherheit').post(`/api/cases/${caseId}/reassign`, { reason: 'x', ...payload });
  t.is((await reassign({ section: 'SG1' })).status, 400);
  t.is((await reassign({ anliegen: 'STUDIUM' })).status, 400);
  t.is((await reassign({ anliegen: 'AUSWEISUNG' })).status, 202);
  const result = await runWorker(vorbereiten, office.deps as never, { caseId, neuesAnliegen: 'STUDIUM', neuesSachgebiet: 'SG1' });
  t.deepEqual(result, { neuesSachgebiet: '', neuesAnliegen: '' });
  t.is((await as('sicherheit').get(`/api/cases/${caseId}`)).body.anliegen, 'SICHERHEIT');
});

test('the machine’s "neu zuordnen" keeps what is in the case and ends its waits', async (t) => {
  const { caseId } = await office.aCase({ facts: { existenz: true } });
  await office.aWait(caseId);
  t.deepEqual(await runWorker(vorbereiten, office.deps as never, { caseId, neuesAnliegen: 'STUDIUM', neuesSachgebiet: 'SG1' }), {
    neuesSachgebiet: 'SG1',
    neuesAnliegen: '',
  });
  await office.route(caseId, { section: 'SG1', process: '' });
  const { body } = await as('sb-sg1').get(`/api/cases/${caseId}`);
  t.like(body, { anliegen: 'STUDIUM', section: 'SG1', waits: [], facts: { existenz: true } });
  t.is((await as('sb-sg4').get(`/api/cases/${caseId}`)).status, 404);
});

test('a deadline moves to the end of the day in Berlin; the wait, the engine and the history know', async (t) => {
  const { caseId } = await office.aCase();
  const warteId = await office.aWait(caseId);
  const { status, body } = await as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, {
    date: '2026-07-15',
    reason: 'war krank',
    requestedBy: 'Frau Probe',
  });
  t.is(status, 202);
  t.deepEqual(body, { caseId, warteId, until: '2026-07-15T21:59:59.000Z', version: 2 });
  t.deepEqual((await as('sb-sg4').get(`/api/cases/${caseId}`)).body.waits, [
    { warteId, kind: 'unterlagen', until: '2026-07-15T21:59:59.000Z', since: '2026-06-08T08:00:00.000Z', version: 2 },
  ]);
  const [message] = (await office.outbox('publish-message', warteId)).filter((each) => each.name === 'frist-geaendert');
  t.like(message, {
    correlationKey: warteId,
    variables: { frist: '2026-07-15T21:59:59.000Z', erinnerungAm: '2026-07-08T21:59:59.000Z', erinnern: true },
  });
  t.true((await texts(caseId)).includes('Frist geändert von 29. Juni 2026 auf 15. Juli 2026, auf Wunsch von Frau Probe: war krank'));
});

test('what is moved for a person ends on a working day; what a law gives others is not moved at all', async (t) => {
  const { caseId } = await office.aCase();
  const move = (warteId: string, date: string) => as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, { date, reason: 'x' });
  // A Saturday; Sunday follows.
  const papers = await office.aWait(caseId);
  t.is((await move(papers, '2026-07-18')).body.until, '2026-07-20T21:59:59.000Z');
  // The past is refused with the day from which on it goes.
  const past = await move(papers, '2026-06-07');
  t.is(past.status, 400);
  t.deepEqual(past.body.details, [{ field: 'date', message: 'bitte heute (08.06.2026) oder später' }]);
  const agency = await office.aWait(caseId);
  await db('waits').where('warte_id', agency).update({ kind: 'ba' });
  for (const date of ['2026-06-09', '2026-07-15']) {
    const { status, body } = await move(agency, date);
    t.is(status, 409);
    t.regex(body.message, /§ 36 Abs\. 2 BeschV/);
  }
  const note = await office.aWait(caseId);
  await db('waits').where('warte_id', note).update({ kind: 'wiedervorlage' });
  t.is((await move(note, '2026-07-18')).body.until.slice(0, 10), '2026-07-18');
});

test('a reminder whose day has passed is not sent for a near deadline', async (t) => {
  const { caseId } = await office.aCase();
  const warteId = await office.aWait(caseId);
  t.is((await as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, { date: '2026-06-10', reason: 'eilt' })).status, 202);
  const [message] = (await office.outbox('publish-message', warteId)).filter((each) => each.name === 'frist-geaendert');
  t.like(message?.variables, { erinnern: false });
});

test('a deadline that is over, past, no day, or another case’s is refused', async (t) => {
  const { caseId } = await office.aCase();
  const other = await office.aCase();
  const warteId = await office.aWait(caseId);
  const move = (url: string, date: string) => as('sb-sg4').post(url, { date, reason: 'x' });
  t.is((await move(`/api/cases/${caseId}/deadlines/${warteId}`, '2026-06-07')).status, 400);
  t.is((await move(`/api/cases/${caseId}/deadlines/${warteId}`, '2026-02-30')).status, 400);
  t.is((await move(`/api/cases/${caseId}/deadlines/${warteId}`, 'morgen')).status, 400);
  t.is((await move(`/api/cases/${other.caseId}/deadlines/${warteId}`, '2026-07-15')).status, 404);
  t.is((await move(`/api/cases/${caseId}/deadlines/${randomUUID()}`, '2026-07-15')).status, 404);
  await db('waits').where('warte_id', warteId).update({ ended_at: new Date() });
  t.is((await move(`/api/cases/${caseId}/deadlines/${warteId}`, '2026-07-15')).status, 409);
});

test('moving, withdrawing and handing papers in at once never block each other for good', async (t) => {
  const { caseId } = await office.aCase();
  const warteId = await office.aWait(caseId);
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      index % 3 === 0
        ? as('sb-sg4').post(`/api/cases/${caseId}/deadlines/${warteId}`, {
            date: `2026-07-${String(index + 1).padStart(2, '0')}`,
            reason: 'x',
          })
        : index % 3 === 1
          ? as('sb-sg4').post(`/api/cases/${caseId}/withdraw`, {})
          : as('rsb-sg4').post(`/api/cases/${caseId}/reassign`, { section: 'SG1', reason: 'x' }),
    ),
  );
  t.deepEqual([...new Set(answers.map(({ status }) => status))], [202]);
});
