import test from 'ava';
import { listBescheide } from '../../../services/letters/bescheide-store.ts';
import { resendAllUnread, resendUnread } from '../../../services/letters/resend-unread.ts';
import getLetter from '../../../services/letters/routes/get-letter.ts';
import noteDelivery from '../../../services/letters/routes/note-delivery.ts';
import erstellen from '../../../services/letters/workers/bescheid-erstellen.ts';
import versenden from '../../../services/letters/workers/bescheid-versenden.ts';
import { aCase, checked, history, openOffice, runWorker, serve, type TestDeps, taskDone } from './office.ts';

const office = await openOffice();
const { db } = office;
const server = serve(office.deps, noteDelivery, getLetter);
test.after.always(office.drop);

/** Each test has a clock of its own. */
const at = (instant: string): TestDeps => {
  const deps = office.deps;
  deps.stopAt(instant);
  return deps;
};

const refusal = {
  gruende: 'Der Lebensunterhalt ist nicht gesichert.',
  zielstaat: 'Musterland',
  ausreisefristTage: 30,
  beantragteNorm: '18b',
};

const aDecision = async (deps: TestDeps, typ: string, facts: Record<string, unknown>, by = 'antragsteller') => {
  const { caseId } = await aCase(deps, { facts, by });
  await taskDone(deps, caseId, 'userTask_VersagungEntscheiden', 'sb-sg4');
  const { bescheidId } = await runWorker(erstellen, deps, { caseId, bescheidTyp: typ });
  await checked(deps, caseId, 'rsb-sg4');
  const sent = await runWorker(versenden, deps, { caseId, bescheidId });
  const letter = await db('letters').where('case_id', caseId).first();
  return { caseId, bescheidId: bescheidId as string, sent, letterId: letter.letter_id as string, letter };
};

const send = (by: string, letterId: string, date: string, version?: number) =>
  server.inject({ method: 'POST', url: `/api/letters/${letterId}/delivery`, headers: { authorization: by }, payload: { date, version } });

test.serial('a refusal by post: objection within a month of the fiction, and from when it stands', async (t) => {
  const { sent, letter, letterId, caseId } = await aDecision(at('2026-06-08T08:00:00Z'), 'VERS', refusal);
  t.deepEqual(sent, { bescheidErgebnis: 'VERSANDT', bekanntgabeAm: '2026-06-12', rechtsbehelfBis: '2026-07-13' });
  t.like(letter, { zustellung: 'POST', rechtsbehelf: 'WIDERSPRUCH', belehrt: true, channel: 'post' });
  const { result } = await server.inject({
    url: `/api/cases/${caseId}/letters/${letterId}`,
    headers: { authorization: 'sb-sg4' },
  });
  t.like(result, { bestandskraftAb: '2026-07-14', zugestelltAm: null });
  t.regex(JSON.stringify(letter.body), /innerhalb von 30 Tagen nach Bekanntgabe dieses Bescheides/);
});

test.serial('the setting of three days is read', async (t) => {
  const deps = at('2026-06-08T08:00:00Z');
  const { sent } = await aDecision(
    Object.create(deps, { config: { value: { ...deps.config, bekanntgabeFiktionTage: 3 } } }),
    'VERS',
    refusal,
  );
  t.deepEqual(sent, { bescheidErgebnis: 'VERSANDT', bekanntgabeAm: '2026-06-11', rechtsbehelfBis: '2026-07-13' });
});

test.serial('with a certificate the dates follow when a clerk enters its day', async (t) => {
  const { sent, letterId, caseId } = await aDecision(at('2026-06-08T08:00:00Z'), 'VERS', { ...refusal, zustellung: 'PZU' });
  t.deepEqual(sent, { bescheidErgebnis: 'VERSANDT', bekanntgabeAm: null, rechtsbehelfBis: null });
  at('2026-06-15T08:00:00Z');
  for (const date of ['2026-06-07', '2026-06-16', '2026-02-30']) t.is((await send('sb-sg4', letterId, date)).statusCode, 400, date);
  t.is((await send('sb-sg1', letterId, '2026-06-11')).statusCode, 404);
  t.is((await send('antragsteller', letterId, '2026-06-11')).statusCode, 404);
  const { statusCode, result } = await send('sb-sg4', letterId, '2026-06-11');
  t.is(statusCode, 200);
  t.like(result, { zugestelltAm: '2026-06-11', bekanntgabeAm: '2026-06-11', rechtsbehelfBis: '2026-07-13', bestandskraftAb: '2026-07-14' });
  const late = await send('sb-sg4', letterId, '2026-06-12', 1);
  t.is(late.statusCode, 409, 'who had not seen it yet is told');
  t.like(late.result, {
    details: { version: 2, by: 'sb-sg4' },
    message: 'Inzwischen hat jemand anderes einen Tag eingetragen: 11. Juni 2026.',
  });
  t.true((await history(db, caseId)).some((line) => line.includes('Zugestellt am 11. Juni 2026; Rechtsbehelf bis 13. Juli 2026')));
  t.is((await db('audit').where({ action: 'note delivery', outcome: 'done', case_id: caseId })).length, 1);
});

test.serial('a posted letter that came later counts from then, one that came earlier from the fiction', async (t) => {
  const { letterId } = await aDecision(at('2026-06-08T08:00:00Z'), 'VERS', refusal);
  at('2026-06-25T08:00:00Z');
  t.like((await send('sb-sg4', letterId, '2026-06-10')).result, { bekanntgabeAm: '2026-06-12' });
  t.like((await send('sb-sg4', letterId, '2026-06-22')).result, { bekanntgabeAm: '2026-06-22', rechtsbehelfBis: '2026-07-22' });
});

test.serial('other letters have no day of delivery', async (t) => {
  const deps = at('2026-06-08T08:00:00Z');
  const { caseId } = await aCase(deps);
  const { sendLetter } = await import('../../../services/letters/send-letter.ts');
  const { letterId } = await db.transaction((trx) =>
    sendLetter(trx, deps, { caseId, type: 'ruecknahme', businessKey: `${caseId}:probe`, data: {}, by: 'Lotse' }),
  );
  t.is((await send('sb-sg4', letterId, '2026-06-08')).statusCode, 409);
});

test.serial('in the portal a decision is notified the day after it was first opened', async (t) => {
  const { sent, letterId, caseId, letter } = await aDecision(at('2026-06-08T08:00:00Z'), 'VERS', { ...refusal, zustellung: 'PORTAL' });
  t.is(letter.channel, 'portal');
  t.deepEqual(sent, { bescheidErgebnis: 'VERSANDT', bekanntgabeAm: null, rechtsbehelfBis: null });
  const read = (by: string) => server.inject({ url: `/api/cases/${caseId}/letters/${letterId}`, headers: { authorization: by } });
  at('2026-06-10T08:00:00Z');
  t.like((await read('sb-sg4')).result, { bekanntgabeAm: null });
  t.like((await read('antragsteller')).result, { bekanntgabeAm: '2026-06-11', rechtsbehelfBis: '2026-07-13' });
  at('2026-06-12T08:00:00Z');
  t.like((await read('antragsteller')).result, { bekanntgabeAm: '2026-06-11' });
  const deps = at('2026-06-25T08:00:00Z');
  await db.transaction((trx) => resendUnread(trx, deps, letterId));
  t.is((await db('letters').where('case_id', caseId)).length, 1);
});

test.serial('nobody opens it in ten days: not notified, and it goes by post, once, with the same words', async (t) => {
  const { letterId, caseId, bescheidId } = await aDecision(at('2026-06-08T08:00:00Z'), 'VERS', { ...refusal, zustellung: 'PORTAL' });
  const early = at('2026-06-18T20:00:00Z');
  await db.transaction((trx) => resendUnread(trx, early, letterId));
  t.is((await db('letters').where('case_id', caseId)).length, 1);
  const deps = at('2026-06-19T08:00:00Z');
  await Promise.all([1, 2].map(() => resendAllUnread(deps)));
  await resendAllUnread(deps);
  const [first, again, ...more] = await db('letters').where('case_id', caseId).orderBy('at');
  t.deepEqual(more, []);
  t.is(first.bekanntgabe_am, null);
  t.like(again, { zustellung: 'POST', resend_of: letterId, channel: 'post', body_hash: first.body_hash });
  const [bescheid] = await listBescheide(db, caseId);
  t.like(bescheid, { bescheidId, letterId: again.letter_id });
  const shown = await server.inject({ url: `/api/cases/${caseId}/letters/${again.letter_id}`, headers: { authorization: 'sb-sg4' } });
  t.like(shown.result, { bekanntgabeAm: '2026-06-23', rechtsbehelfBis: '2026-07-23' });
  // Opened after all: that is too late to be its notification.
  const late = await server.inject({ url: `/api/cases/${caseId}/letters/${letterId}`, headers: { authorization: 'antragsteller' } });
  t.like(late.result, { bekanntgabeAm: null });
});

test.serial('without a mailbox the portal is the post; handed out is notified the same day', async (t) => {
  const deps = at('2026-06-08T08:00:00Z');
  t.like((await aDecision(deps, 'VERS', { ...refusal, zustellung: 'PORTAL' }, 'svc')).letter, { zustellung: 'POST', channel: 'post' });
  t.like((await aDecision(deps, 'VERS', { ...refusal, zustellung: 'AUSHAENDIGUNG' })).sent, {
    bekanntgabeAm: '2026-06-08',
    rechtsbehelfBis: '2026-07-08',
  });
});

test.serial('a represented person’s letters are addressed to the representative, on paper', async (t) => {
  const deps = at('2026-06-08T08:00:00Z');
  const { caseId } = await aCase(deps, { facts: refusal });
  await db('cases')
    .where('case_id', caseId)
    .update({
      representation: JSON.stringify({ name: 'Kanzlei Probe', address: 'Weg 1, 76000 Musterstadt', kind: 'ANWALT', since: '2026-06-01' }),
    });
  await taskDone(deps, caseId, 'userTask_VersagungEntscheiden', 'sb-sg4');
  const { bescheidId } = await runWorker(erstellen, deps, { caseId, bescheidTyp: 'VERS' });
  await checked(deps, caseId, 'rsb-sg4');
  await runWorker(versenden, deps, { caseId, bescheidId });
  t.like(await db('letters').where('case_id', caseId).first(), {
    channel: 'post',
    recipient: { name: 'Kanzlei Probe', address: 'Weg 1, 76000 Musterstadt' },
  });
});

test.serial('a period outside 7 to 30 days needs its reason', async (t) => {
  const deps = at('2026-06-08T08:00:00Z');
  const { caseId } = await aCase(deps, { facts: { ...refusal, ausreisefristTage: 3 } });
  await t.throwsAsync(runWorker(erstellen, deps, { caseId, bescheidTyp: 'VERS' }), { message: /ausreisefristGrund/ });
  await db('cases')
    .where('case_id', caseId)
    .update({ facts: JSON.stringify({ ...refusal, ausreisefristTage: 3, ausreisefristGrund: 'Entziehungsverdacht' }) });
  await t.notThrowsAsync(runWorker(erstellen, deps, { caseId, bescheidTyp: 'VERS' }));
});
