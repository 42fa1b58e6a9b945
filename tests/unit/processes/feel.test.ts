import test from 'ava';
import fc from 'fast-check';
import { findUnfairNames } from '../../../services/models/check/fairness.ts';
import { namesIn } from '../../../services/models/check/feel.ts';
import { findFlood } from '../../../services/models/check/find-flood.ts';
import { workedMs } from '../../support/worked.ts';

test('names are read from paths, not from texts', (t) => {
  t.deepEqual(namesIn('person.geschlecht = "name" and x2 > 1'), ['person', 'geschlecht', 'and', 'x2']);
});

for (const expression of [
  'geschlecht = "w"',
  'antragstellerGeschlecht',
  'starts with(person.familienname, "A")',
  'count(staatsangehoerigkeiten) > 1',
  'person.name',
  'Sprache = "de"',
  'geburtsort',
]) {
  test(`unfair: ${expression}`, (t) => t.is(findUnfairNames(expression).length, 1));
}

for (const expression of [
  'anliegen = "SPRACHE"',
  'titelRestTage <= 7',
  'rolle',
  'kindBetroffen = true and anliegen in ("FAMILIE")',
  'sprachnachweisA1 = true',
]) {
  test(`fair: ${expression}`, (t) => t.deepEqual(findUnfairNames(expression), []));
}

const hostile: [expression: string, says: RegExp][] = [
  ['for i in 1..1002 return i', /1002 Werte/],
  ['for i in 1..n return i', /ohne feste Grenzen/],
  ['count(-900..900)', /1801 Werte/],
  ['for x in list return for y in x return y', /schachtelt Schleifen/],
  ['some x in list satisfies every y in x satisfies y > 1', /schachtelt Schleifen/],
  [`"${'a'.repeat(2100)}"`, /zu lang/],
  ['if count(for i in 1..200, j in 1..200 return i) = 0 then 1 else 1', /40000 Werte/],
  ['for i in 1..1000, j in 1..1000 return i', /1000000 Werte/],
  ['some i in 1..900, j in 1..900 satisfies i + j > 9999', /810000 Werte/],
  ['every i in 1..900, j in 1..900 satisfies i > j', /810000 Werte/],
  ['for i in liste, j in liste return i', /mehrere Listen/],
  ['for i in 1..(900*900) return i', /ohne feste Grenzen/],
  ['for i in 1..900*900 return i', /ohne feste Grenzen/],
  ['for i in 1..9**9 return i', /ohne feste Grenzen/],
  ['for i in 1..2[1] return i', /ohne feste Grenzen/],
  ['for i in 1..count(liste) return i', /ohne feste Grenzen/],
  ['for i in 1..3, j in 1..i return j', /ohne feste Grenzen/],
  // The engine wants no blanks around its own words.
  ['fori in1..99999 returni', /ohne feste Grenzen/],
  ['for/**/i/**/in 1..99999/**/return i', /99999 Werte/],
  ['for i in 1..999 returnfor j in 1..999 return j', /ohne feste Grenzen|schachtelt|Werte/],
  ['for i in 1..1000 return [1,2,3,4][item > i]', /filtert in einer Schleife/],
  ['a[count(b[count(c[item > 1]) > 1]) > 1]', /Filter ineinander/],
  ['a[count(for i in 1..9 return i) > 1]', /Filter/],
  ['for i in 1..1000 return distinct values(liste)', /schachtelt/],
  ['for i in 1..40 return concatenate(flatten(partial), flatten(partial))', /partial/],
  [`for i in 1..1000 return i + ${Array.from({ length: 200 }, () => '1').join('+')}`, /zu oft/],
  ['{f: function(n) if n = 0 then 0 else f(n-1)+f(n-1), r: f(25)}', /eigene Funktion/],
  ['{f: function(n) g(n), g: function(n) f(n), r: f(1)}', /eigene Funktion/],
  ['{f: function(g) g(g), r: f(f)}', /eigene Funktion/],
  ['(function(f) f(f))(function(f) f(f))', /eigene Funktion/],
  ['sort([function(x) x(x)], function(a, b) a(b))', /eigene Funktion/],
  ['sort(a, function(x, y) count(sort(a, function(v, w) v < w)) > 1)', /schachtelt/],
  ['sort(a, function(x, y) count(for i in 1..1000 return i) > x)', /schachtelt/],
  [
    '{a: [1, 1], b: concatenate(a, a, a, a), c: concatenate(b, b, b, b), d: concatenate(c, c, c, c), e: concatenate(d, d, d, d)}',
    /vervielfacht/,
  ],
  ['{a: "x", b: if true thena+a+a+a+a elsea, c: b+b+b+b+b+b+b+b, d: c+c+c+c}', /vervielfacht/],
  ['9 ** 999999', /potenziert/],
  ['9 ** 9 ** 9', /potenziert/],
  ['2 ** n', /potenziert/],
  ['decimal(1/3, 100000000)', /Stellen/],
  ['round half up(1/3, n)', /Stellen/],
  ['matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")', /schon wiederholt wird/],
  ['replace(grund, "^(a|aa)+$", "")', /gewählt wird/],
  ['split(grund, "(x+x+)+y")', /schon wiederholt wird/],
  ['extract(grund, "((a*)b?)*")', /schon wiederholt wird/],
  ['matches(grund, "(a{1,9}){1,9}")', /schon wiederholt wird/],
  ['matches(grund, "a*a*a*a*a*b")', /4|5 Teile/],
  ['matches(grund, "(a)\\\\1")', /schon gefunden/],
  ['matches(grund, muster)', /berechneten Muster/],
  ['matches(grund, "(a" + "+)+")', /berechneten Muster/],
  ['matches(pattern: "(a+)+", input: grund)', /schon wiederholt wird/],
  ['matches(grund, "\\u0028a+\\u0029+")', /schon wiederholt wird/],
  ['for x in liste returnmatches(x, "(a+)+")', /schon wiederholt wird/],
  ['((((((((((((((1))))))))))))))', /zu tief/],
];
for (const [expression, says] of hostile)
  test(`could hold up the engine: ${expression.slice(0, 70)}`, (t) => t.regex(findFlood(expression) ?? 'harmless', says));

for (const expression of [
  '[8..30]',
  '[1200..45900]',
  'not([1..5], [20000..90000])',
  'gehalt in [grenze..99999]',
  '[date("2026-01-01")..date("2026-12-31")]',
  ']0..5[',
  'for i in 1..1000 return i',
  'for i in 1..30, j in 1..30 return i * j',
  'for x in list return x.y',
  'for x in list return x.formular',
  'some n in nebenvorgaenge satisfies n.vorgang = "B14"',
  'date and time(frist) < now()',
  '"for i in 1..99999"',
  'runde + 1',
  'formular in ("A", "B")',
  'returnDatum > 3',
  'list[item > 3][1]',
  'sort(liste, function(x, y) x.tag < y.tag)',
  'matches(norm, "^§ [0-9]+[a-z]?( Abs\\\\. [0-9])?$")',
  'matches(norm, "a(b|c)d")',
  'decimal(grundbetrag / 2, 2) + zuschlaege',
  'if dauerMonate = null or dauerMonate >= 999 then 12 else max(12, min(36, dauerMonate))',
  '{a: 1, b: a + a, c: b + a}',
  'laenge ** 2',
]) {
  test(`harmless: ${expression}`, (t) => t.is(findFlood(expression), undefined));
}

test('whatever is written around it, a loop over too many values is found', (t) => {
  const blank = fc.constantFrom(' ', '  ', '\n', '\t', '/* x */', ' /* return */ ', ' // for\n');
  const word = fc.constantFrom('', 'a + ', 'if x then 1 else ', '"for" = y or ', '[1, 2, 3][1] + ', '{a: "b"}.a != ');
  const many = fc.tuple(fc.integer({ min: 32, max: 900 }), fc.integer({ min: 32, max: 900 }));
  fc.assert(
    fc.property(
      fc.constantFrom('for', 'some', 'every'),
      word,
      many,
      fc.array(blank, { minLength: 8, maxLength: 8 }),
      (head, before, [m, n], gap) => {
        const body = head === 'for' ? 'return' : 'satisfies';
        const loop = [head, 'i', 'in', `1..${m}`, ', j', 'in', `1..${n}`, body, 'i'];
        return findFlood(`${before}${loop.reduce((text, part, index) => `${text}${gap[index - 1] ?? ' '}${part}`)}`) !== undefined;
      },
    ),
  );
  t.pass();
});

test('any text at all gets an answer, and quickly', (t) => {
  const piece = fc.constantFrom(
    'for',
    ' i in ',
    '1..',
    '(',
    ')',
    '[',
    ']',
    '{',
    'a:',
    '"',
    ',',
    'return ',
    'function(',
    'matches(',
    '"(a+)+"',
    '..',
    '**',
    '`',
    '//',
    '/*',
    '§',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const started = workedMs();
      findFlood(pieces.join(''));
      return workedMs() - started < 200;
    }),
  );
  t.pass();
});
