import test from 'ava';
import { readFileNumber } from '../../../services/search/file-number.ts';
import { marksOf } from '../../../services/search/person-marks.ts';
import { readQuery } from '../../../services/search/read-query.ts';

for (const typed of [
  'AB-2026-000075',
  'AB–2026–000075',
  'AB—2026—000075',
  'Az. AB-2026-000075',
  'Az.: AB-2026-000075',
  'Aktenzeichen: AB-2026-000075',
  'AB-2026-000075.',
  'ab2026000075',
  'ab-2026-75',
  'AB 2026 000075',
  'AB/2026/75',
  'AB-2026-000075 Haddad, Samira',
  ' „AB‑2026‑000075“ ',
])
  test(`${typed} is one Aktenzeichen`, (t) => t.deepEqual(readQuery(typed), { file: { whole: 'AB-2026-000075' }, people: [] }));

test('a part of an Aktenzeichen is looked for as such, a short number as the file’s own', (t) => {
  t.deepEqual(readFileNumber('75'), { like: ['%-000075'] });
  t.deepEqual(readFileNumber('000075'), { like: ['%-000075'] });
  t.deepEqual(readFileNumber('2026-75'), { like: ['%-2026-000075'] });
  t.deepEqual(readFileNumber('2026/000075'), { like: ['%-2026-000075'] });
  t.deepEqual(readFileNumber('AB-2026-00007'), { like: ['AB-2026-00007%'] });
  t.deepEqual(readFileNumber('AB-2026'), { like: ['AB-2026-%'] });
  for (const name of ['Müller', 'Ab', 'Az', 'X Æ A-12', '12.03.1990']) t.is(readFileNumber(name), undefined, name);
});

for (const [typed, date] of [
  ['4.5.1990', '1990-05-04'],
  ['04.05.1990', '1990-05-04'],
  ['04. 05. 1990', '1990-05-04'],
  ['4/5/1990', '1990-05-04'],
  ['4-5-1990', '1990-05-04'],
  ['04051990', '1990-05-04'],
  ['1990-05-04', '1990-05-04'],
  ['4. Mai 1990', '1990-05-04'],
  ['4. März 1990', '1990-03-04'],
  ['4 Dec 1990', '1990-12-04'],
  ['geb. 4.5.1990', '1990-05-04'],
  ['* 4.5.1990', '1990-05-04'],
  ['05.1990', '1990-05-00'],
  ['5/1990', '1990-05-00'],
  ['Mai 1990', '1990-05-00'],
  ['00.05.1990', '1990-05-00'],
  ['1990', '1990-00-00'],
  ['00.00.1990', '1990-00-00'],
  ['unbekannt 1990', '1990-00-00'],
] as const)
  test(`${typed} is a birthday, alone and beside a name`, (t) => {
    t.deepEqual(readQuery(typed).people[0]?.dates, [date]);
    const [named] = readQuery(`Haddad ${typed}`).people;
    t.deepEqual(named?.dates, [date]);
    t.deepEqual(
      named?.names[0]?.map((word) => word.text),
      ['haddad'],
    );
  });

test('two digits are either century, and what is in no calendar is no birthday', (t) => {
  t.deepEqual(readQuery('4.5.90').people[0]?.dates, ['2090-05-04', '1990-05-04']);
  for (const typed of ['31.2.1990', '4.13.1990', '1.1.1790'])
    t.deepEqual(
      readQuery(typed).people.flatMap(({ dates }) => dates),
      [],
      typed,
    );
});

/** Each typed form against the person it means. */
const meets = (typed: string, given: Partial<Parameters<typeof marksOf>[0]>): boolean => {
  const marks = marksOf({ geburtsdatum: '1990-05-04', ...given });
  return readQuery(typed).people.some(
    (query) =>
      query.names.length === 0 &&
      (query.marks.length === 0 || query.marks.some((mark) => marks.includes(mark))) &&
      (query.dateMarks.length === 0 || query.dateMarks.some((mark) => marks.includes(mark))),
  );
};

test('a telephone number is found whatever its blanks and its beginning', (t) => {
  const forms = [
    '0721 555 1990',
    '+49 721 5551990',
    '0049721 5551990',
    '+49 (0)721/555-1990',
    '0721/5551990',
    '721 5551990',
    'Tel. 0721-5551990',
  ];
  for (const telefon of forms.slice(0, 6)) for (const typed of forms) t.true(meets(typed, { telefon }), `${typed} → ${telefon}`);
  t.false(meets('0721 555 1991', { telefon: '0721 555 1990' }));
  t.true(meets('0043 660 12345', { telefon: '+43 660 12345' }));
});

test('AZR and passport numbers and e-mail addresses are found however they are grouped', (t) => {
  for (const typed of ['123456789012', '123 456 789 012', 'AZR 123456789012', 'AZR-Nr. 123456789012', '1234 5678 9012'])
    t.true(meets(typed, { azrNummer: '123456789012' }), typed);
  for (const typed of ['C01X00T47', 'c01x00t47', 'C01X 00T47', 'Pass C01X00T47', 'Pass-Nr.: C01X00T47'])
    t.true(meets(typed, { passNummer: 'C01X00T47' }), typed);
  for (const typed of ['samira@example.org', 'Samira@Example.ORG', ' <samira@example.org> '])
    t.true(meets(typed, { email: 'samira@example.org' }), typed);
});

test('who is on record with the year or month alone is found by the whole date, and the other way round', (t) => {
  for (const geburtsdatum of ['1990-00-00', '1990-05-00', '1990-05-04']) {
    t.true(meets('04.05.1990', { geburtsdatum }), geburtsdatum);
    t.true(meets('1990', { geburtsdatum }), geburtsdatum);
  }
  t.true(meets('05.1990', { geburtsdatum: '1990-05-04' }));
  t.false(meets('06.1990', { geburtsdatum: '1990-05-04' }));
});
