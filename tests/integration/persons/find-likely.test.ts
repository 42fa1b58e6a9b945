import { randomUUID } from 'node:crypto';
import test from 'ava';
import fc from 'fast-check';
import type { Transaction } from '../../../db/connection.ts';
import { type Applicant, comparable, findLikely, insertPerson, personalPart } from '../../../services/persons/index.ts';
import { likeName, likenessOf } from '../../../services/persons/likeness.ts';
import { cloneDatabase } from '../../support/database.ts';
import { arabicWord, cyrillicWord, latinWord } from '../../unit/search/any-name.ts';

/** Who is likely the same is found by keys; here against the comparison of everybody with everybody. */
const { db, drop } = await cloneDatabase();
test.after.always(drop);

const at = new Date('2026-01-05T08:00:00Z');
const insert = async (trx: Transaction, applicant: Applicant, hidden = false): Promise<string> => {
  const personId = randomUUID();
  await insertPerson(trx, { personId, details: personalPart(applicant), hidden, at });
  return personId;
};
const takeIn = (applicant: Applicant, hidden = false): Promise<string> => db.transaction((trx) => insert(trx, applicant, hidden));

const aPerson = (change: Partial<Applicant>): Applicant => ({
  geburtsdatum: '1990-01-01',
  staatsangehoerigkeiten: ['ungeklärt'],
  ...change,
});

const slip = (word: string, at: number): string => {
  const place = at % (word.length + 1);
  return [
    word.slice(0, place) + word.slice(place + 1),
    `${word.slice(0, place)}e${word.slice(place)}`,
    `${word.slice(0, place)}o${word.slice(place + 1)}`,
    word.slice(0, place) + [...word.slice(place, place + 2)].toReversed().join('') + word.slice(place + 2),
  ][at % 4] as string;
};

const name = fc.oneof(latinWord, cyrillicWord.map(({ own }) => own), cyrillicWord.map(({ latin }) => latin), arabicWord.map(({ own }) => own), arabicWord.map(({ latin }) => latin)); // biome-ignore format: a row
const date = fc.constantFrom('1990-01-01', '1990-00-00', '1990-01-00', '1990-04-05', '1990-05-04');
const somebody = fc
  .record(
    {
      familienname: name,
      vornamen: fc.oneof(
        name,
        fc.tuple(name, name).map((both) => both.join(' ')),
        fc.tuple(name, name).map((both) => both.join('-')),
      ),
      geburtsdatum: date,
      geburtsname: name,
      aliasnamen: fc.array(
        fc.tuple(name, name).map((both) => both.join(', ')),
        { maxLength: 2 },
      ),
      passNummer: fc.constantFrom('P 1', 'P1', 'P2'),
      geburtsort: fc.constantFrom('Herat', 'Kabul'),
    },
    { requiredKeys: ['familienname', 'geburtsdatum'] },
  )
  .map(aPerson);

/** The same person as another office may have written them down. */
const written = (applicant: Applicant, how: number): Applicant => {
  const { familienname = '', vornamen = '' } = applicant;
  const ways: Partial<Applicant>[] = [
    { familienname: slip(familienname, how) },
    { vornamen: slip(vornamen, how) },
    { familienname: vornamen, vornamen: familienname },
    {
      familienname: familienname.toUpperCase(),
      vornamen: vornamen.replaceAll(' ', '-'),
    },
    {
      familienname: 'Ganzanders',
      aliasnamen: [`${familienname}, ${vornamen}`],
    },
    { familienname: `${familienname}${vornamen}`, vornamen: '' },
    {},
  ];
  return { ...applicant, ...ways[how % ways.length] };
};

test('the keys find everybody whom a comparison with all people finds', async (t) => {
  const known: { personId: string; details: Applicant }[] = [];
  const wanted: Applicant[] = [];
  for (const one of fc.sample(somebody, 50))
    for (const [index, each] of [one, written(one, known.length), written(one, known.length * 31 + 7)].entries()) {
      if (!each.familienname && !each.vornamen) continue;
      const details = personalPart(each);
      if (index < 2) known.push({ personId: await takeIn(details), details });
      wanted.push(details);
    }
  let pairs = 0;
  for (const details of wanted) {
    const mine = comparable(details);
    const all = known.filter((each) => likenessOf(details, each.details, likeName(mine.names, comparable(each.details).names)));
    pairs += all.length;
    const found = await findLikely(db, { ...mine, hidden: false });
    if (all.length <= 20) t.deepEqual(found.map((each) => each.personId).toSorted(), all.map((each) => each.personId).toSorted(), JSON.stringify(details)); // biome-ignore format: a row
  }
  t.true(pairs > wanted.length, `${pairs} pairs`);
});

test('somebody with a slip in the name is found among any number of people of one birthday', async (t) => {
  const born = '1988-01-01';
  await db.transaction(async (trx) => {
    const letters = (count: number): string => String(1000 + count).replace(/\d/g, (digit) => 'bdfghklmnp'[Number(digit)] ?? '');
    const many = Array.from({ length: 700 }, (_, count) =>
      aPerson({ familienname: `Viele${letters(count)}`, vornamen: 'Kim', geburtsdatum: born }),
    );
    await Promise.all(many.map((each) => insert(trx, each)));
  });
  const right = await takeIn(
    aPerson({
      familienname: 'Gesuchtermann',
      vornamen: 'Kim',
      geburtsdatum: born,
    }),
  );
  await takeIn(
    aPerson({
      familienname: 'Gesuchtermann',
      vornamen: 'Kim',
      geburtsdatum: born,
    }),
    true,
  );
  const wanted = comparable(
    aPerson({
      familienname: 'Gesuhctermann',
      vornamen: 'Kim',
      geburtsdatum: born,
    }),
  );
  const found = await findLikely(db, { ...wanted, hidden: false });
  t.deepEqual(
    found.map(({ personId, likeness }) => [personId, likeness.reasons.map((reason) => reason.code)]),
    [[right, ['SCHREIBWEISE', 'GEBURTSTAG']]],
  );
  t.deepEqual(await findLikely(db, { ...wanted, hidden: false, except: [right] }), []);
});

test('somebody with a slip in the name is found where one of the two birthdays is known in part, or both', async (t) => {
  const person = (familienname: string, geburtsdatum: string): Applicant => aPerson({ familienname, vornamen: 'Ilse', geburtsdatum });
  const on = await takeIn(person('Halbbekannter', '1966-00-00'));
  for (const [geburtsdatum, ids] of [
    ['1966-07-09', [on]],
    ['1966-07-00', [on]],
    ['1966-00-00', [on]],
    ['1967-00-00', []],
  ] as const) {
    const found = await findLikely(db, { ...comparable(person('Halbbekanmter', geburtsdatum)), hidden: false });
    t.deepEqual(
      found.map((each) => each.personId),
      [...ids],
      geburtsdatum,
    );
  }
});

test('of more people than are looked at, those of the closest names and numbers are, each once, whenever they came', async (t) => {
  const born = '1979-01-01';
  const sounds = ['Mohammed', 'Mohamed', 'Muhammad', 'Muhamed', 'Mohamad', 'Muhammed'];
  const alike = (count: number): Applicant =>
    aPerson({ familienname: sounds[count % sounds.length] as string, vornamen: 'Reza', geburtsdatum: born, telefon: String(count) });
  await db.transaction(async (trx) => {
    await Promise.all(Array.from({ length: 250 }, (_, count) => insert(trx, alike(count))));
  });
  const sameName = await takeIn(aPerson({ familienname: 'Mohammet', vornamen: 'Reza', geburtsdatum: born }));
  const sameNumber = await takeIn(aPerson({ familienname: 'Anders', vornamen: 'Jo', geburtsdatum: '1955-05-05', passNummer: 'K123' }));
  const wanted = aPerson({ familienname: 'Mohammet', vornamen: 'Reza', geburtsdatum: born, passNummer: 'K-123' });
  const found = (await findLikely(db, { ...comparable(wanted), hidden: false })).map((each) => each.personId);
  t.deepEqual(found.slice(0, 2).toSorted(), [sameName, sameNumber].toSorted());
  t.is(found.length, 20);
  t.is(new Set(found).size, 20);
});
