import { randomUUID } from 'node:crypto';
import test from 'ava';
import { parseMode } from '../../../services/authorities/modes.ts';
import { planAnswer } from '../../../services/authorities/simulation/plan-answer.ts';

const sent = new Date('2026-06-08T08:00:00Z');
const DAY_MS = 86_400_000;
type Order = Parameters<typeof planAnswer>[0];

const order = (authority: Order['authority'], change: Partial<Order> = {}): Order => ({
  orderId: randomUUID(),
  caseId: randomUUID(),
  authority,
  occasion: 'ERSTANFRAGE',
  round: 1,
  until: null,
  sentAt: null,
  ...change,
});
const sample = (make: () => Order, count = 3_000) =>
  Array.from({ length: count }, () => {
    const { answer, at } = planAnswer(make(), sent);
    return { answer, days: at === null ? Number.NaN : (at.getTime() - sent.getTime()) / DAY_MS };
  });
const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
const share = (answers: readonly (string | null)[], code: string | null): number =>
  answers.filter((each) => each === code).length / answers.length;

test('the same question gets the same answer at the same time', (t) => {
  for (const authority of ['BA', 'BVA', 'BDR', 'RP'] as const) {
    const one = order(authority);
    t.deepEqual(planAnswer(one, sent), planAnswer({ ...one }, sent), authority);
  }
});

test('security queries: half within two days or the next working day, 95 of 100 within about two weeks; few findings, whatever the round', (t) => {
  const answers = sample(() => order('BVA'));
  const days = answers.map((each) => each.days);
  t.true(at(days, 0.5) >= 1 && at(days, 0.5) <= 3.5, `${at(days, 0.5)}`);
  t.true(at(days, 0.95) >= 11 && at(days, 0.95) <= 18, `${at(days, 0.95)}`);
  const findings = share(
    answers.map((each) => each.answer),
    'ERKENNTNISSE',
  );
  t.true(findings > 0.01 && findings < 0.06, `${findings}`);
  const one = order('BVA');
  t.is(planAnswer(one, sent).answer, planAnswer({ ...one, orderId: randomUUID(), round: 2 }, sent).answer);
});

test('cards take four to six weeks, objections about four months', (t) => {
  const cards = sample(() => order('BDR')).map((each) => each.days);
  t.true(Math.min(...cards) >= 27.9 && Math.max(...cards) <= 44, `${Math.min(...cards)} ${Math.max(...cards)}`);
  const objections = sample(() => order('RP')).map((each) => each.days);
  t.true(at(objections, 0.5) > 112 && at(objections, 0.5) < 128, `${at(objections, 0.5)}`);
});

test('the Bundesagentur answers before its time is over or not at all, and asks back at most once', (t) => {
  const until = new Date('2026-06-22T21:59:59Z');
  const first = sample(() => order('BA', { until }));
  for (const { days } of first) if (!Number.isNaN(days)) t.true(days < 14.5, `${days}`);
  const codes = first.map((each) => each.answer);
  t.true(share(codes, 'ZUSTIMMUNG') > 0.65 && share(codes, 'ZUSTIMMUNG') < 0.8);
  t.true(share(codes, null) > 0.06 && share(codes, null) < 0.14);
  t.true(share(codes, 'RUECKFRAGE') > 0.06);
  t.is(
    share(
      sample(() => order('BA', { until, occasion: 'RUECKFRAGE' })).map((each) => each.answer),
      'RUECKFRAGE',
    ),
    0,
  );
});

test('answers come on working days, in office hours', (t) => {
  for (let turn = 0; turn < 500; turn += 1) {
    const { at: moment } = planAnswer(order('BVA'), sent);
    const local = Temporal.Instant.fromEpochMilliseconds(moment?.getTime() ?? 0).toZonedDateTimeISO('Europe/Berlin');
    t.true(local.dayOfWeek <= 5 && local.hour >= 8 && local.hour < 16, local.toString());
  }
});

test('modes are read strictly', (t) => {
  t.deepEqual(parseMode('BA', 'always ABLEHNUNG'), { mode: 'always', answer: 'ABLEHNUNG' });
  t.is(parseMode('BA', 'always PRODUZIERT'), undefined);
  t.is(parseMode('BA', 'Always'), undefined);
  t.deepEqual(parseMode('RP', 'down'), { mode: 'down' });
});
