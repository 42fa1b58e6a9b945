import test from 'ava';
import fc from 'fast-check';
import { type FieldFault, Invalid } from '../../../services/platform/errors.ts';
import { assertPlainText, textFault, textFaults } from '../../../services/platform/plain-text.ts';

for (const [name, value] of Object.entries({
  'a NUL character': { a: 'x\0' },
  'half a surrogate pair': [{ b: ['\ud800'] }],
  'a code point that is no character': 'a\ufffe',
  'a broken key': { 'x\0': 1 },
  'a sign that turns the direction': { name: 'Pass\u202efdp' },
  'an isolate': { name: 'a\u2066b\u2069' },
  'a bell': { name: 'a\u0007' },
  'a control sign of the second block': { name: 'a\u0085' },
  'a text of zero-width signs': { name: '\u200b\u200d\ufeff' },
  'a text of fillers that print nothing': { name: ' \u3164\u2800 ' },
  'a soft hyphen alone': { name: '\u00ad' },
}))
  test(`${name} is refused wherever it stands`, (t) => {
    t.throws(() => assertPlainText(value), { instanceOf: Invalid });
  });

test('names of all the world pass', (t) => {
  t.notThrows(() => assertPlainText({ name: 'Nguyễn 😀 İpek Łukasz عمر', list: [1, null, true, Buffer.from('\0')] }));
  for (const name of [
    "O'Brien",
    'Ng',
    'É',
    '李',
    'Müller-Lüdenscheidt',
    'd’Arc',
    'می\u200cخواهم',
    '👩🏽\u200d🚒',
    '\u200fעברית',
    'Zoe\u0308',
    'ক্ষ',
    '𐐀𝔸',
  ])
    t.is(textFault(name), undefined, name);
});

test('line breaks and tabs are text, and an empty text is for the schema to judge', (t) => {
  for (const text of ['a\tb\r\nc', '', ' ', '\n']) t.is(textFault(text), undefined);
});

test('every field that is no text is named with its path, in the order they stand', (t) => {
  const value = { applicant: { vornamen: 'a\u202eb', list: ['ok', 'b\u0001'] }, note: '\u200b' };
  t.deepEqual(
    textFaults(value).map((fault) => fault.field),
    ['applicant.vornamen', 'applicant.list.1', 'note'],
  );
  const error = t.throws(() => assertPlainText({ note: 'x\u0001' }), { instanceOf: Invalid });
  t.regex(error?.message ?? '', /„note“.*Steuerzeichen/);
  t.false(JSON.stringify((error?.details as FieldFault[]) ?? []).includes('x'));
});

test('letters, digits, marks, punctuation and symbols of every script are text in any mixture', (t) => {
  const sign = fc
    .integer({ min: 0x20, max: 0x10ffff })
    .map((code) => String.fromCodePoint(code))
    .filter((each) => /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(each) && !/\p{DI}|\u2800/u.test(each));
  fc.assert(fc.property(fc.array(sign, { minLength: 1, maxLength: 40 }), (signs) => textFault(signs.join('')) === undefined));
  t.pass();
});

test('one sign that is none makes any text none', (t) => {
  const bad = fc.constantFrom(
    '\0',
    '\u0001',
    '\u001f',
    '\u007f',
    '\u009f',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
    '\ud800',
    '\udfff',
    '\uffff',
  );
  fc.assert(
    fc.property(fc.string(), bad, fc.string(), (before, sign, after) => typeof textFault(`${before}${sign} ${after}`) === 'string'),
  );
  t.pass();
});

test('half a million levels do not overflow the stack', (t) => {
  const deep = JSON.parse(`${'['.repeat(500_000)}${']'.repeat(500_000)}`);
  t.throws(() => assertPlainText(deep), { instanceOf: Invalid });
});
