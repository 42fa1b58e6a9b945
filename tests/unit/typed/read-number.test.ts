import test from 'ava';
import fc from 'fast-check';
import { type NumberRange, type ReadNumber, readNumber } from '../../../services/typed/read-number.ts';
import { showNumber } from '../../../services/typed/show-number.ts';

const none: ReadNumber = { none: true };
const one = (value: number): ReadNumber => ({ value });
const either = (...unclear: number[]): ReadNumber => ({ unclear });

const german: [typed: string, meant: ReadNumber, range?: NumberRange][] = [
  ['45.900', one(45_900)],
  ['45.900,00', one(45_900)],
  ['45900', one(45_900)],
  ['45 900', one(45_900)],
  ['45’900', one(45_900)],
  ["45'900.50", one(45_900.5)],
  ['45\u00a0900,5', one(45_900.5)],
  ['45\u202f900', one(45_900)],
  ['1.234.567,89', one(1_234_567.89)],
  ['1,234,567.89', one(1_234_567.89)],
  ['1.234.567', one(1_234_567)],
  ['1,234.50', one(1234.5)],
  ['1 234 567,89', one(1_234_567.89)],
  ['€ 1.200,-', one(1200)],
  ['1.200,--', one(1200)],
  ['1.200,–', one(1200)],
  ['1.200 €', one(1200)],
  ['1200 EUR', one(1200)],
  ['Euro 99,90', one(99.9)],
  ['1.500', one(1500)],
  ['30.000', one(30_000)],
  ['38,5', one(38.5)],
  ['0,01', one(0.01)],
  ['0.500', one(0.5)],
  ['45.90', one(45.9)],
  ['1234.5', one(1234.5)],
  ['-3', one(-3)],
  ['−3,5', one(-3.5)],
  ['0', one(0)],
  ['-0', one(0)],
  ['007', one(7)],
  ['12\u200b000', one(12_000)],
  // Asked about: a point with one digit, a comma with three.
  ['45.9', either(45.9, 45_900)],
  ['1,234', either(1.234, 1234)],
  ['38.5', one(38.5), { min: 1, max: 48 }],
  ['45.9', one(45_900), { min: 1000 }],
  ['100.5', one(100.5), { min: 0.01, max: 2000 }],
  // No number.
  ['', none],
  ['viel', none],
  ['12.34.56', none],
  ['45 90', none],
  ['1.23.456', none],
  ['1.2345,6', none],
  ['1e5', none],
  ['1,2,3', none],
  ['--3', none],
  ['1234567890123456789', none],
];
for (const [typed, meant, range] of german)
  test(`${encodeURI(typed)} is read as ${JSON.stringify(meant)}${range ? ` within ${JSON.stringify(range)}` : ''}`, (t) =>
    t.deepEqual(readNumber(typed, range), meant));

test('in English the signs are the other way round', (t) => {
  t.deepEqual(readNumber('45,900', {}, 'en'), one(45_900));
  t.deepEqual(readNumber('45.9', {}, 'en'), one(45.9));
  t.deepEqual(readNumber('45.900', {}, 'en'), either(45.9, 45_900));
  t.deepEqual(readNumber('45,9', {}, 'en'), either(45.9, 45_900));
  t.deepEqual(readNumber('45.900,00', {}, 'en'), one(45_900));
});

const cents = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((each) => each / 100);

test('what is shown is read as the same number again', (t) => {
  for (const writing of ['de', 'en'] as const)
    fc.assert(
      fc.property(cents, fc.constantFrom('€', ''), (value, unit) => {
        const shown = showNumber(value, { digits: 2, unit }, writing);
        return JSON.stringify(readNumber(shown, {}, writing)) === JSON.stringify(one(value === 0 ? 0 : value));
      }),
    );
  t.pass();
});

const grouped = (digits: string, sign: string): string => digits.replace(/\B(?=(\d{3})+$)/g, sign);

test('groups of thousands are groups, whatever sign sets them apart', (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000_000, max: 999_999_999 }),
      fc.constantFrom('.', ',', ' ', '’', "'", '\u00a0', '\u202f'),
      (whole, sign) => {
        const typed = grouped(String(whole), sign);
        return JSON.stringify(readNumber(typed)) === JSON.stringify(one(whole));
      },
    ),
  );
  t.pass();
});

test('a number is never a thousand times what a careful reader sees, nor a thousandth of it', (t) => {
  // Every text of digits and one point or comma is one number, asked about, or refused; one number never where both readings are usual.
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.stringMatching(/^\d{1,5}$/), fc.constantFrom('.', ','), (whole, rest, sign) => {
      const read = readNumber(`${whole}${sign}${rest}`);
      if (sign === '.' && rest.length === 3) return 'value' in read && read.value === Number(`${whole}${rest}`);
      if ((sign === '.' && rest.length === 1) || (sign === ',' && rest.length === 3)) return 'unclear' in read;
      return 'value' in read && read.value === Number(`${whole}.${rest}`);
    }),
  );
  t.pass();
});

test('any text is a number, a question or no number, and never throws', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const read = readNumber(typed);
      return 'none' in read || ('value' in read && Number.isFinite(read.value)) || ('unclear' in read && read.unclear.length === 2);
    }),
  );
  t.pass();
});

test('money is shown with its cents, other numbers with what they have', (t) => {
  t.is(showNumber(45_900, { unit: '€' }), '45.900,00\u00a0€');
  t.is(showNumber(45_900, { unit: '€' }, 'en'), '45,900.00\u00a0€');
  t.is(showNumber(38.5), '38,5');
  t.is(showNumber(45.999, { unit: '€' }), '45,999\u00a0€');
});
