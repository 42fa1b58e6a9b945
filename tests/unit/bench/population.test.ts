import test from 'ava';
import { nextPerson, personAt } from '../../bench/population.ts';

const people = Array.from({ length: 20_000 }, (_, index) => personAt(index));

test('the people of the bench are the same in every run', (t) => {
  t.deepEqual(personAt(7), personAt(7));
  t.deepEqual([nextPerson(), nextPerson()], [personAt(1), personAt(2)]);
});

test('no two have the same family name, and few the same birthday', (t) => {
  t.is(new Set(people.map(({ familienname }) => familienname)).size, people.length);
  const days = Map.groupBy(people, ({ geburtsdatum }) => geburtsdatum);
  t.true(days.size > 12_000);
  t.true(Math.max(...[...days.values()].map((born) => born.length)) < 50);
});

test('birthdays lie over 55 years, six in a hundred on a first of January', (t) => {
  const years = new Set(people.map(({ geburtsdatum }) => geburtsdatum.slice(0, 4)));
  t.is(years.size, 55);
  const share = people.filter(({ geburtsdatum }) => geburtsdatum.endsWith('-01-01')).length / people.length;
  t.true(share > 0.055 && share < 0.07, String(share));
});
