import test from 'ava';
import { findUnfairNames } from '../../../services/models/check/fairness.ts';
import { findFlood, namesIn } from '../../../services/models/check/feel.ts';

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

for (const expression of [
  'for i in 1..1002 return i',
  'for i in 1..n return i',
  'count(-900..900)',
  'for x in list return for y in x return y',
  'some x in list satisfies every y in x satisfies y > 1',
  `"${'a'.repeat(2100)}"`,
]) {
  test(`could hold up the engine: ${expression.slice(0, 50)}`, (t) => t.truthy(findFlood(expression)));
}

for (const expression of [
  '[8..30]',
  'for i in 1..1000 return i',
  'for x in list return x.y',
  'date and time(frist) < now()',
  '"for i in 1..99999"',
  'runde + 1',
]) {
  test(`harmless: ${expression}`, (t) => t.is(findFlood(expression), undefined));
}
