import { randomUUID } from 'node:crypto';
import test from 'ava';
import { AuthorityDown, callAuthority } from '../../../services/authorities/adapter.ts';
import { collectAnswers, storeMode, takeAnswer } from '../../../services/authorities/index.ts';
import { placeOrder } from '../../../services/authorities/place-order.ts';
import readRegister from '../../../services/authorities/workers/azr-abfragen.ts';
import ask from '../../../services/authorities/workers/behoerde-anfragen.ts';
import remind from '../../../services/authorities/workers/behoerde-erinnern.ts';
import deem from '../../../services/authorities/workers/zustimmung-vermerken.ts';
import { listHistory } from '../../../services/cases/index.ts';
import { openOffice } from '../api/office.ts';
import { work } from './work.ts';

const office = await openOffice({ clock: '2026-04-01T08:00:00Z' });
const { deps, db } = office;
test.after.always(office.stop);

type Row = { order_id: string; sent_at: Date | null; due: Date | null; answered_at: Date | null; fault: string | null; attempts: number };
const orders = (caseId: string): Promise<Row[]> => db('authority_orders').where('case_id', caseId).orderBy('created_at');
const texts = async (caseId: string): Promise<string[]> => (await listHistory(db, caseId)).map((line) => line.text);
const messages = async (warteId: string) => (await office.outbox('publish-message', warteId)).map((each) => [each.name, each.variables]);
const nothing = async () => undefined;

const aQuestion = async (kind: string, behoerde: string, until = '2026-04-15T21:59:59Z') => {
  const { caseId } = await office.aCase();
  const warteId = await office.aWait(caseId, { kind, until });
  return { caseId, warteId, behoerde, anlass: 'ERSTANFRAGE' };
};
const answer = (orderId: string, code: string) =>
  db.transaction((trx) => takeAnswer(trx, deps, { orderId, answer: code, at: new Date(deps.clock.now().epochMilliseconds) }));

test.serial('a question goes out once and is answered once, however often its jobs are delivered', async (t) => {
  const question = await aQuestion('ba', 'BA');
  await Promise.all([1, 2, 3].map(() => work(deps, ask, question)));
  const [order, ...more] = await orders(question.caseId);
  t.deepEqual(more, []);
  t.is(order?.attempts, 1);
  await Promise.all([1, 2].map(() => work(deps, remind, { ...question, stufe: 1 })));
  await Promise.all([1, 2, 3].map(() => answer(order?.order_id ?? '', 'ZUSTIMMUNG')));
  t.deepEqual(await messages(question.warteId), [['ba-antwort', { baAntwort: 'ZUSTIMMUNG' }]]);
  const lines = (await texts(question.caseId)).slice(-3);
  t.deepEqual(lines, [
    'Anfrage an die Bundesagentur für Arbeit gesendet (Simulation: keine Verbindung zur echten Behörde)',
    'Die Bundesagentur für Arbeit wurde erinnert (Simulation: keine Verbindung zur echten Behörde)',
    'Antwort der Bundesagentur für Arbeit: Zustimmung (Simulation: keine Verbindung zur echten Behörde)',
  ]);
});

test.serial(
  'an authority that takes nothing: the tries count, the last one says it in the case, and after it is up it goes on',
  async (t) => {
    const question = await aQuestion('behoerde', 'RP');
    await db.transaction((trx) => storeMode(trx, 'RP', { mode: 'down' }));
    for (const retries of [5, 4, 3, 2]) await t.throwsAsync(work(deps, ask, question, { retries }), { instanceOf: AuthorityDown });
    const said = async (): Promise<boolean> =>
      (await texts(question.caseId)).some((text) => text.startsWith('Das Regierungspräsidium nimmt keine Anfragen an'));
    t.false(await said());
    await t.throwsAsync(work(deps, ask, question, { retries: 1 }), { message: /^Das Regierungspräsidium nimmt keine Anfragen an/ });
    t.true(await said());
    t.like((await orders(question.caseId))[0], { attempts: 5, sent_at: null });
    await db.transaction((trx) => storeMode(trx, 'RP', { mode: 'normal' }));
    await work(deps, ask, question, { retries: 3 });
    t.like((await orders(question.caseId))[0], { attempts: 6, fault: null });
    t.true((await texts(question.caseId)).some((text) => text.startsWith('Anfrage an das Regierungspräsidium gesendet')));
  },
);

test.serial('an authority that hangs is given up after its time limit, with a sentence', async (t) => {
  const hanging = () => new Promise<never>(() => undefined);
  await t.throwsAsync(callAuthority('BDR', hanging, 50), { instanceOf: AuthorityDown, message: /^Die Bundesdruckerei antwortet nicht/ });
  const { caseId, warteId } = await aQuestion('eat', 'BDR');
  const wanted = {
    businessKey: randomUUID(),
    caseId,
    warteId,
    authority: 'BDR',
    occasion: 'x',
    elementId: 'e',
    text: null,
    lastTry: false,
  } as const;
  const broken = () => ({ submit: () => Promise.reject(new Error('ECONNRESET')), remind: nothing, collect: async () => [] });
  await t.throwsAsync(placeOrder(deps, wanted, broken), {
    instanceOf: AuthorityDown,
    message: /^Die Bundesdruckerei nimmt keine Anfragen an/,
  });
});

test.serial('what is due by the office’s clock is answered, not before; a silent authority says nothing', async (t) => {
  const question = await aQuestion('eat', 'BDR', '2026-05-13T21:59:59Z');
  await work(deps, ask, question);
  await collectAnswers(deps);
  t.deepEqual(await messages(question.warteId), []);
  office.setClock('2026-05-20T08:00:00Z');
  await db.transaction((trx) => storeMode(trx, 'BDR', { mode: 'silent' }));
  await collectAnswers(deps);
  t.deepEqual(await messages(question.warteId), []);
  await db.transaction((trx) => storeMode(trx, 'BDR', { mode: 'normal' }));
  await Promise.all([collectAnswers(deps), collectAnswers(deps)]);
  t.deepEqual(await messages(question.warteId), [['behoerde-antwort', { behoerdeErgebnis: 'PRODUZIERT' }]]);
  office.setClock('2026-04-01T08:00:00Z');
});

test.serial('an answer between two waits is given to the next one, and nobody is asked again', async (t) => {
  const question = await aQuestion('rp', 'RP');
  await work(deps, ask, question);
  await db('waits').where('warte_id', question.warteId).update({ ended_at: new Date() });
  const [order] = await orders(question.caseId);
  await answer(order?.order_id ?? '', 'TEILWEISE');
  t.deepEqual(await messages(question.warteId), []);
  t.true((await texts(question.caseId)).at(-1)?.includes('es wurde nicht mehr darauf gewartet'));
  const warteId = await office.aWait(question.caseId, { kind: 'rp' });
  await work(deps, ask, { ...question, warteId, anlass: 'WIEDERHOLUNG' });
  t.deepEqual(await messages(warteId), [['behoerde-antwort', { behoerdeErgebnis: 'TEILWEISE' }]]);
  t.is((await orders(question.caseId))[1]?.attempts, 0);
});

test.serial('a late answer reaches the wait that asks the same anew', async (t) => {
  const question = await aQuestion('rp', 'RP');
  await work(deps, ask, question);
  await db('waits').where('warte_id', question.warteId).update({ ended_at: new Date() });
  const warteId = await office.aWait(question.caseId, { kind: 'rp' });
  await work(deps, ask, { ...question, warteId, anlass: 'WIEDERHOLUNG' });
  const [first, second] = await orders(question.caseId);
  await answer(first?.order_id ?? '', 'STATTGEGEBEN');
  t.deepEqual(await messages(warteId), [['behoerde-antwort', { behoerdeErgebnis: 'STATTGEGEBEN' }]]);
  t.false(await answer(second?.order_id ?? '', 'TEILWEISE'));
});

test.serial('silence counts as consent from the day after the last one (T4), and a later answer changes nothing', async (t) => {
  const question = await aQuestion('ba', 'BA');
  await work(deps, ask, question);
  office.setClock('2026-04-15T22:00:00Z');
  await Promise.all([1, 2].map(() => work(deps, deem, question)));
  await db('waits').where('warte_id', question.warteId).update({ ended_at: new Date() });
  const lines = (await texts(question.caseId)).filter((text) => text.includes('gilt'));
  t.deepEqual(lines, ['Zustimmung der Bundesagentur für Arbeit gilt seit dem 16. April 2026 als erteilt (§ 36 Abs. 2 BeschV)']);
  const [order] = await orders(question.caseId);
  await answer(order?.order_id ?? '', 'ABLEHNUNG');
  t.deepEqual(await messages(question.warteId), []);
  office.setClock('2026-04-01T08:00:00Z');
});

test.serial('the register answers while one waits, and keeps to what it said', async (t) => {
  const { caseId } = await office.aCase();
  const [first, again] = [
    await work(deps, readRegister, { caseId }, { key: 'a' }),
    await work(deps, readRegister, { caseId }, { key: 'a' }),
  ];
  t.deepEqual(first, again);
  t.is((await orders(caseId)).length, 1);
  t.regex((await texts(caseId)).at(-1) ?? '', /^AZR abgefragt: .*\(Simulation: keine Verbindung zum echten Register\)$/);
});

test.serial('figures per authority: days, reminders, deemed consents; groups under five and hidden questions are left out', async (t) => {
  const { body } = await office.as('con').get('/api/authorities');
  const ids = body.items.map((each: { authority: string }) => each.authority);
  t.false(ids.includes('BVA'));
  await db('authority_orders').where('authority', 'BDR').delete();
  for (const days of [1, 2, 3, 4, 10]) {
    const { caseId } = await office.aCase();
    const sentAt = new Date('2026-04-01T08:00:00Z');
    await db('authority_orders').insert({
      business_key: randomUUID(),
      case_id: caseId,
      authority: 'BDR',
      occasion: 'x',
      round: 1,
      element_id: 'e',
      created_at: sentAt,
      sent_at: sentAt,
      answered_at: new Date(sentAt.getTime() + days * 86_400_000),
    });
    const seen = (await office.as('con').get('/api/authorities')).body.items.find(
      (each: { authority: string }) => each.authority === 'BDR',
    );
    if (days < 10) t.is(seen, undefined);
    else t.like(seen, { name: 'Die Bundesdruckerei', open: 0, answered: 5, medianDays: 3, p90Days: 7.6, reminders: 0, deemed: 0 });
  }
  await db.raw(`update authority_orders set hidden = true where authority = 'BDR'`);
  t.false((await office.as('con').get('/api/authorities')).text.includes('BDR'));
});
