import test from 'ava';
import {
  type Delivery,
  deliveries,
  endsOf,
  notifiedOn,
  remedyEnds,
  remedyNamed,
  remedyOf,
  unread,
} from '../../../services/letters/remedies.ts';
import { codesOf } from '../../../services/office/index.ts';
import { endsByHand } from './remedies-by-hand.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const objection = remedyNamed('WIDERSPRUCH');

const bescheidTypen = codesOf('bescheide');

/** The office's list (domain 2.2), type by type. */
const remedies: Record<string, 'WIDERSPRUCH' | 'KLAGE' | null> = {
  DULDUNG: null,
  DUL: 'KLAGE',
  ERT: null,
  VERS: 'WIDERSPRUCH',
  NEB: 'WIDERSPRUCH',
  ABA: 'WIDERSPRUCH',
  AUSW: 'WIDERSPRUCH',
  WID: 'WIDERSPRUCH',
  EIN: 'KLAGE',
  BES: null,
  ZUS: null,
  ZWI: null,
};

test('every type has its remedy, at its address', (t) => {
  t.deepEqual(Object.keys(remedies), bescheidTypen);
  for (const typ of bescheidTypen) t.is(remedyOf({ typ })?.kind ?? null, remedies[typ] ?? null, typ);
  t.is(remedyOf({ typ: 'VERS' })?.addressee, 'AUSLAENDERBEHOERDE');
  t.is(remedyOf({ typ: 'DUL' })?.addressee, 'VERWALTUNGSGERICHT');
});

test('a permit can be objected to where a condition burdens its holder', (t) => {
  t.is(remedyOf({ typ: 'ERT', burdens: true })?.kind, 'WIDERSPRUCH');
  t.is(remedyOf({ typ: 'BES', burdens: true }), null);
});

test('acts of the Regierungspräsidium go to court at once', (t) => {
  for (const typ of ['VERS', 'NEB', 'ABA', 'AUSW', 'WID'] as const)
    t.is(remedyOf({ typ, byRegierungspraesidium: true })?.kind, 'KLAGE', typ);
});

/** Sent on Monday 08.06.2026 (T1); certificate of Thursday the 11th, opened on the 15th, four days for the post. */
const notifiedBy: Record<Delivery, string> = { POST: '2026-06-12', PZU: '2026-06-11', PORTAL: '2026-06-16', AUSHAENDIGUNG: '2026-06-08' };
const until: Record<Delivery, string> = { POST: '2026-07-13', PZU: '2026-07-13', PORTAL: '2026-07-16', AUSHAENDIGUNG: '2026-07-08' };
const yearUntil: Record<Delivery, string> = { POST: '2027-06-14', PZU: '2027-06-11', PORTAL: '2027-06-16', AUSHAENDIGUNG: '2027-06-08' };

const factsOf = (delivery: Delivery) => ({
  delivery,
  sent: day('2026-06-08'),
  fictionDays: 4,
  ...(delivery === 'PZU' ? { delivered: day('2026-06-11') } : {}),
  ...(delivery === 'PORTAL' ? { retrieved: day('2026-06-15') } : {}),
});

for (const typ of bescheidTypen)
  for (const delivery of deliveries)
    test(`${typ} by ${delivery}: notification, end of the remedy, and from when it stands`, (t) => {
      const remedy = remedyOf({ typ });
      for (const instructed of [true, false]) {
        const ends = remedy ? (instructed ? until : yearUntil)[delivery] : null;
        t.deepEqual(endsOf(factsOf(delivery), remedy, instructed), {
          bekanntgabeAm: notifiedBy[delivery],
          rechtsbehelfBis: ends,
          bestandskraftAb: ends && day(ends).add({ days: 1 }).toString(),
        });
      }
    });

for (const [what, notified, ends] of [
  ['T1: a month that ends on a Sunday', '2026-06-12', '2026-07-13'],
  ['T2: a month that ends on a Saturday', '2026-06-11', '2026-07-13'],
  ['T3: no 31st of February, and the 28th is a Sunday', '2027-01-31', '2027-03-01'],
  ['the last of a longer month', '2026-03-31', '2026-04-30'],
  ['a leap year', '2028-01-30', '2028-02-29'],
  ['Fronleichnam, which is free in Baden-Württemberg', '2026-05-04', '2026-06-05'],
  ['Good Friday to the Tuesday after Easter', '2026-03-03', '2026-04-07'],
  ['Epiphany, on a Wednesday', '2026-12-06', '2027-01-07'],
  ['All Saints on a Sunday', '2026-10-01', '2026-11-02'],
  ['Christmas, and the weekend behind it', '2026-11-25', '2026-12-28'],
  ['Christmas Eve is a working day', '2026-11-24', '2026-12-24'],
] as const)
  test(`a month: ${what}`, (t) => {
    t.is(objection && remedyEnds(day(notified), objection, true).toString(), ends);
  });

test('a year without instruction ends on a working day, too; from 29 February on the 28th', (t) => {
  t.is(objection && remedyEnds(day('2026-05-01'), objection, false).toString(), '2027-05-03');
  t.is(objection && remedyEnds(day('2028-02-29'), objection, false).toString(), '2029-02-28');
});

test('post: three days where the Land says so, moved only where the office says so, later where it came later', (t) => {
  const posted = { delivery: 'POST', sent: day('2026-06-10'), fictionDays: 4 } as const;
  t.is(notifiedOn({ ...posted, fictionDays: 3 })?.toString(), '2026-06-13');
  t.is(notifiedOn(posted)?.toString(), '2026-06-14');
  t.is(notifiedOn({ ...posted, shift: true })?.toString(), '2026-06-15');
  t.is(notifiedOn({ ...posted, delivered: day('2026-06-11') })?.toString(), '2026-06-14');
  t.is(notifiedOn({ ...posted, delivered: day('2026-06-19') })?.toString(), '2026-06-19');
});

test('with a certificate nothing is known before its day is entered', (t) => {
  t.deepEqual(endsOf({ delivery: 'PZU', sent: day('2026-06-08'), fictionDays: 4 }, objection, true), {
    bekanntgabeAm: null,
    rechtsbehelfBis: null,
    bestandskraftAb: null,
  });
});

test('portal: the tenth day is in time, the eleventh is not, and then it has to be sent again', (t) => {
  const portal = { delivery: 'PORTAL', sent: day('2026-06-08'), fictionDays: 4 } as const;
  t.is(notifiedOn(portal), undefined);
  t.is(notifiedOn({ ...portal, retrieved: day('2026-06-18') })?.toString(), '2026-06-19');
  t.is(notifiedOn({ ...portal, retrieved: day('2026-06-19') }), undefined);
  t.false(unread(day('2026-06-08'), day('2026-06-18')));
  t.true(unread(day('2026-06-08'), day('2026-06-19')));
});

/** Numbers that look random and are the same in every run (mulberry32). */
const drawing = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
  return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
};

const GENERATED = 10_000;

test(`${GENERATED} generated decisions end on the days that counting by hand gives`, (t) => {
  const draw = drawing(20_260_608);
  const upTo = (most: number): number => Math.floor(draw() * most);
  const first = day('2018-01-01');
  for (let n = 0; n < GENERATED; n += 1) {
    const sent = first.add({ days: upTo(365 * 33) });
    const delivery = deliveries[upTo(deliveries.length)] as Delivery;
    const typ = bescheidTypen[upTo(bescheidTypen.length)] as string;
    const given = draw() < 0.7 ? sent.add({ days: upTo(14) }) : undefined;
    const asked = { fictionDays: draw() < 0.5 ? 3 : 4, shift: draw() < 0.3, instructed: draw() < 0.7 };
    const remedy = remedyOf({ typ, burdens: draw() < 0.5, byRegierungspraesidium: draw() < 0.2 });
    const { instructed, ...setting } = asked;
    const facts = { delivery, sent, ...setting, ...(delivery === 'PORTAL' ? { retrieved: given } : { delivered: given }) };
    const byHand = endsByHand(
      { ...setting, delivery, sent: sent.toString(), delivered: given?.toString(), retrieved: given?.toString() },
      remedy !== null,
      instructed,
    );
    const ends = endsOf(facts, remedy, instructed);
    if (JSON.stringify(ends) !== JSON.stringify(byHand)) t.deepEqual(ends, byHand, JSON.stringify({ typ, ...facts, instructed }));
  }
  t.pass();
});
