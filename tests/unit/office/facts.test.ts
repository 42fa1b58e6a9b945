import test from 'ava';
import { factsOfQuestion, factsOfRound, hasFact, personalTexts, readFact } from '../../../services/office/index.ts';

test('yes is a tick or the answer JA, wherever it is asked', (t) => {
  for (const value of [true, 'JA', 'ja']) t.true(readFact({ wohnsitzauflage: value }, 'wohnsitzauflage'), String(value));
  for (const value of [false, 'NEIN', '', null, undefined, 1])
    t.false(readFact({ wohnsitzauflage: value }, 'wohnsitzauflage'), String(value));
});

test('a day is the office’s day, also of a moment', (t) => {
  t.is(readFact({ gueltigBis: '2028-06-08' }, 'gueltigBis'), '2028-06-08');
  t.is(readFact({ gueltigBis: '2028-06-08T22:30:00Z' }, 'gueltigBis'), '2028-06-09');
  t.is(readFact({ gueltigBis: '2028-06-08T09:00' }, 'gueltigBis'), '2028-06-08');
  for (const value of ['', 'bald', null, undefined, 20280608])
    t.is(readFact({ gueltigBis: value }, 'gueltigBis'), undefined, String(value));
});

test('texts and codes are trimmed, and nothing is an empty text', (t) => {
  t.is(readFact({ frage: ' Reicht das? ' }, 'frage'), 'Reicht das?');
  t.is(readFact({}, 'frage'), '');
  t.is(readFact({ duldungsgrund: 7 }, 'duldungsgrund'), '');
});

test('a number that was not said is none, and what is no number is not 0', (t) => {
  t.is(readFact({ bruttoJahr: 52_000 }, 'bruttoJahr'), 52_000);
  t.is(readFact({ ausreisefristTage: '14' }, 'ausreisefristTage'), 14);
  for (const value of ['', null, undefined]) t.is(readFact({ bruttoJahr: value }, 'bruttoJahr'), undefined, String(value));
  t.is(readFact({ ausreisefristTage: 'bald' }, 'ausreisefristTage'), Number.NaN);
});

test('answered is answered, whatever was said', (t) => {
  t.true(hasFact({ vollmachtErgebnis: 'NICHT_GUELTIG' }, 'vollmachtErgebnis'));
  t.true(hasFact({ vertretung: false }, 'vertretung'));
  t.false(hasFact({ vertretung: null }, 'vertretung'));
});

test('a renewal, the next question and other readers go without what is not theirs', (t) => {
  t.deepEqual(factsOfRound.toSorted(), [
    'aktenlageGrund',
    'ausbildungEnde',
    'ausgehaendigtAm',
    'begruendung',
    'entscheidung',
    'ersterteilung',
    'fehlend',
    'grund',
    'gueltigBis',
    'gueltigBisVorschlag',
    'seriennummer',
    'vollstaendigkeit',
    'wunschFrist',
    'zeichnung',
  ]);
  t.deepEqual(factsOfQuestion.toSorted(), [
    'eigenerVorschlag',
    'frage',
    'frageFrist',
    'frageNorm',
    'sachverhaltKurz',
    'votum',
    'votumBegruendung',
    'wissensartikelVorschlag',
  ]);
  const found = { vertreterAnschrift: 'Weg 1', arbeitgeberAnschrift: ' ', betriebsnummer: '12345678' };
  t.deepEqual(personalTexts(found, 'place'), ['Weg 1']);
  t.deepEqual(personalTexts(found, 'number'), ['12345678']);
});
