import { randomUUID } from 'node:crypto';
import test from 'ava';
import { checkFile } from '../../../services/documents/check-file.ts';
import { storeDocument } from '../../../services/documents/store-document.ts';
import abgleichen from '../../../services/documents/workers/unterlagen-abgleichen.ts';
import { sendLetter } from '../../../services/letters/index.ts';
import getLetter from '../../../services/letters/routes/get-letter.ts';
import listMailbox from '../../../services/letters/routes/list-mailbox.ts';
import bestaetigen from '../../../services/letters/workers/eingang-bestaetigen.ts';
import erinnern from '../../../services/letters/workers/erinnerung-senden.ts';
import nachfordern from '../../../services/letters/workers/nachforderung-senden.ts';
import { aCase, aWait, history, openOffice, outbox, runWorker, serve } from './office.ts';

const { db, deps, drop } = await openOffice();
test.after.always(drop);

const server = serve(deps, getLetter, listMailbox);
const get = async (url: string, account: string) => {
  const { statusCode, payload } = await server.inject({ url, headers: { authorization: account } });
  return { statusCode, body: JSON.parse(payload) };
};
const lettersOf = (caseId: string) => db('letters').where('case_id', caseId).orderBy('at').select('*');
const addPaper = (caseId: string, type: string) =>
  storeDocument(deps, {
    caseId,
    by: 'antragsteller',
    file: checkFile({ filename: 'a.pdf', content: Buffer.from(`%PDF-${randomUUID()}`) }, type),
  });
const listIn = (letter: { body: { kind: string; items?: string[] }[] }) => letter.body.find((block) => block.kind === 'liste')?.items;

test.serial('a receipt goes out once per case, with history line and one mail notice, however often the job comes', async (t) => {
  const { caseId, aktenzeichen } = await aCase(deps);
  await Promise.all([1, 2, 3].map(() => runWorker(bestaetigen, deps, { caseId })));
  await runWorker(bestaetigen, deps, { caseId });
  const [letter, ...more] = await lettersOf(caseId);
  t.deepEqual(more, []);
  t.like(letter, { type: 'eingangsbestaetigung', channel: 'portal', business_key: `${caseId}:eingangsbestaetigung` });
  t.regex(JSON.stringify(letter.body), new RegExp(`${aktenzeichen}.*Montag, 8\\. Juni 2026|Montag, 8\\. Juni 2026.*${aktenzeichen}`));
  t.is((await history(db, caseId)).filter((text) => text === 'Eingangsbestätigung verschickt').length, 1);
  t.deepEqual(await outbox(db, 'send-mail-notice', letter.letter_id), [{ letterId: letter.letter_id }]);
});

test.serial('a matter the office took in itself is answered on paper, also when that person has left', async (t) => {
  const { caseId } = await aCase(deps, { by: 'sb-sg4' });
  await db('staff').where('account', 'svc').update({ active: false });
  const other = await aCase(deps, { by: 'svc' });
  for (const each of [caseId, other.caseId]) {
    await runWorker(bestaetigen, deps, { caseId: each });
    t.is((await lettersOf(each))[0].channel, 'post');
  }
});

test.serial('a hidden matter is not confirmed, and other letters of it announce nothing', async (t) => {
  const { caseId } = await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' });
  await runWorker(bestaetigen, deps, { caseId });
  t.deepEqual(await lettersOf(caseId), []);
  await db.transaction((trx) =>
    sendLetter(trx, deps, { caseId, type: 'ruecknahme', businessKey: `${caseId}:ruecknahme`, data: {}, by: 'Lotse' }),
  );
  const [letter] = await lettersOf(caseId);
  t.deepEqual(await outbox(db, 'send-mail-notice', letter.letter_id), []);
});

test.serial('letter, history line and notice commit together or not at all', async (t) => {
  const { caseId } = await aCase(deps);
  await t.throwsAsync(
    db.transaction(async (trx) => {
      await sendLetter(trx, deps, { caseId, type: 'ruecknahme', businessKey: `${caseId}:x`, data: {}, by: 'Lotse' });
      throw new Error('lost');
    }),
    { message: 'lost' },
  );
  t.deepEqual(await lettersOf(caseId), []);
  t.false((await history(db, caseId)).includes('Bestätigung der Rücknahme verschickt'));
});

test.serial('a Nachforderung lists only what is still missing, until when, and once per wait', async (t) => {
  const { caseId } = await aCase(deps);
  await addPaper(caseId, 'MELDEBESTAETIGUNG');
  await runWorker(abgleichen, deps, { caseId });
  const warteId = await aWait(deps, caseId, ['PASS', 'FOTO']);
  await addPaper(caseId, 'FOTO');
  await runWorker(nachfordern, deps, { caseId, warteId, runde: 1 });
  await runWorker(nachfordern, deps, { caseId, warteId, runde: 1 });
  const [letter, ...more] = await lettersOf(caseId);
  t.deepEqual(more, []);
  t.deepEqual(listIn(letter), ['Ihr Pass']);
  t.true(JSON.stringify(letter.body).includes('bis Montag, 29. Juni 2026'));
  t.true(JSON.stringify(letter.body).includes('§ 82 Absatz 1'));
});

test.serial('no Nachforderung when everything came before it was written', async (t) => {
  const { caseId } = await aCase(deps);
  const warteId = await aWait(deps, caseId, ['FOTO']);
  await addPaper(caseId, 'FOTO');
  await runWorker(nachfordern, deps, { caseId, warteId, runde: 1 });
  await runWorker(nachfordern, deps, { caseId, warteId: randomUUID(), runde: 1 });
  t.deepEqual(await lettersOf(caseId), []);
});

test.serial('a paper that was there and is asked for all the same has to come again', async (t) => {
  const { caseId } = await aCase(deps);
  await addPaper(caseId, 'PASS');
  await runWorker(abgleichen, deps, { caseId });
  const warteId = await aWait(deps, caseId, ['PASS']);
  await runWorker(nachfordern, deps, { caseId, warteId, runde: 1 });
  t.deepEqual(listIn((await lettersOf(caseId))[0]), ['Ihr Pass']);
});

test.serial('a reminder lists what is missing now, marks the wait, and comes once per last day', async (t) => {
  const { caseId } = await aCase(deps);
  const warteId = await aWait(deps, caseId, ['PASS', 'FOTO']);
  await addPaper(caseId, 'PASS');
  await runWorker(erinnern, deps, { caseId, warteId });
  await runWorker(erinnern, deps, { caseId, warteId });
  t.is((await lettersOf(caseId)).length, 1);
  t.deepEqual(listIn((await lettersOf(caseId))[0]), ['Ein digitales Passfoto']);
  t.not((await db('waits').where('warte_id', warteId).first()).reminded_at, null);
  await db('waits')
    .where('warte_id', warteId)
    .update({ until: new Date('2026-07-13T21:59:59Z') });
  await runWorker(erinnern, deps, { caseId, warteId });
  t.is((await lettersOf(caseId)).length, 2);
});

test.serial('no reminder when nothing is missing, when the wait is over, or for a wait of another case', async (t) => {
  const { caseId } = await aCase(deps);
  const other = await aCase(deps);
  const warteId = await aWait(deps, caseId, ['PASS']);
  await runWorker(erinnern, deps, { caseId: other.caseId, warteId });
  await addPaper(caseId, 'PASS');
  await runWorker(erinnern, deps, { caseId, warteId });
  const ended = await aWait(deps, caseId, ['ATTEST']);
  await db('waits').where('warte_id', ended).update({ ended_at: new Date() });
  await runWorker(erinnern, deps, { caseId, warteId: ended });
  t.deepEqual([...(await lettersOf(caseId)), ...(await lettersOf(other.caseId))], []);
  t.is((await db('waits').where('warte_id', warteId).first()).reminded_at, null);
});

test.serial('a name with braces reaches the reader as it is written', async (t) => {
  const { caseId } = await aCase(deps, { familienname: '{{frist}} <b>' });
  await runWorker(bestaetigen, deps, { caseId });
  t.true(JSON.stringify((await lettersOf(caseId))[0].body).includes('Guten Tag Amira {{frist}} <b>,'));
});

test.serial('the applicant reads the own letter, which opens it once; the office reads it without opening it', async (t) => {
  const { caseId, aktenzeichen } = await aCase(deps);
  await runWorker(bestaetigen, deps, { caseId });
  const { letter_id: letterId } = (await lettersOf(caseId))[0];
  const url = `/api/cases/${caseId}/letters/${letterId}`;
  t.like((await get(url, 'sb-sg4')).body, { letterId, aktenzeichen, openedAt: null });
  t.is((await get(url, 'antragsteller')).body.openedAt, '2026-06-08T08:00:00.000Z');
  t.is((await get(url, 'sb-sg4')).body.openedAt, '2026-06-08T08:00:00.000Z');
  t.is((await db('audit').where({ case_id: caseId, action: 'view letter' })).length, 3);
});

test.serial('absent, foreign and hidden letters are answered alike', async (t) => {
  const mine = await aCase(deps);
  const other = await aCase(deps);
  const hidden = await aCase(deps, { anliegen: 'SICHERHEIT', by: 'sicherheit' });
  const send = (caseId: string) =>
    db.transaction((trx) => sendLetter(trx, deps, { caseId, type: 'ruecknahme', businessKey: `${caseId}:r`, data: {}, by: 'Lotse' }));
  const [own, foreign, secret] = [await send(mine.caseId), await send(other.caseId), await send(hidden.caseId)];
  const answers = [
    await get(`/api/cases/${mine.caseId}/letters/${randomUUID()}`, 'sb-sg4'),
    await get(`/api/cases/${mine.caseId}/letters/${foreign.letterId}`, 'sb-sg4'),
    await get(`/api/cases/${randomUUID()}/letters/${own.letterId}`, 'sb-sg4'),
    await get(`/api/cases/${hidden.caseId}/letters/${secret.letterId}`, 'sb-sg4'),
    await get(`/api/cases/${mine.caseId}/letters/${own.letterId}`, 'sb-sg1'),
    await get(`/api/cases/${mine.caseId}/letters/${own.letterId}`, 'svc'),
    await get(`/api/cases/${mine.caseId}/letters/${own.letterId}`, 'antragsteller-2'),
    await get(`/api/cases/x/letters/y`, 'sb-sg4'),
  ];
  for (const answer of answers) t.deepEqual(answer, answers[0]);
  t.is(answers[0]?.statusCode, 404);
  t.is((await get(`/api/cases/${hidden.caseId}/letters/${secret.letterId}`, 'sicherheit')).statusCode, 200);
});

test.serial('the mailbox holds the own letters only, newest first, and belongs to applicants', async (t) => {
  const { caseId, aktenzeichen } = await aCase(deps, { by: 'antragsteller-2' });
  await runWorker(bestaetigen, deps, { caseId });
  deps.stopAt('2026-06-09T08:00:00Z');
  await db.transaction((trx) => sendLetter(trx, deps, { caseId, type: 'ruecknahme', businessKey: `${caseId}:r`, data: {}, by: 'Lotse' }));
  deps.stopAt('2026-06-08T08:00:00Z');
  const { statusCode, body } = await get('/api/portal/letters', 'antragsteller-2');
  t.is(statusCode, 200);
  t.deepEqual(
    body.map((line: Record<string, unknown>) => [line.caseId, line.aktenzeichen, line.subject, line.openedAt]),
    [
      [caseId, aktenzeichen, 'Sie haben Ihr Anliegen zurückgenommen', null],
      [caseId, aktenzeichen, 'Ihr Anliegen ist bei uns angekommen', null],
    ],
  );
  t.is((await get('/api/portal/letters', 'sb-sg4')).statusCode, 404);
});
