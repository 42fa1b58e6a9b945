import test from 'ava';
import { renderLetter } from '../../../services/letters/render-letter.ts';
import { readTemplates } from '../../../services/letters/templates.ts';
import { countSyllables } from '../../support/count-syllables.ts';
import { measureReadability, plainTexts, targets } from '../../support/measure-readability.ts';
import { sampleData } from './sample-data.ts';

const near = (actual: number, expected: number, tolerance = 0.01): boolean => Math.abs(actual - expected) <= tolerance + 1e-9;

test('T1: a plain text has the counts and scores that were counted by hand', (t) => {
  const found = measureReadability([
    'Sie haben einen Antrag gestellt. Wir prüfen Ihren Antrag. Bitte schicken Sie uns noch Ihren Mietvertrag. Sie haben dafür zwei Wochen Zeit.',
  ]);
  t.like(found, { words: 22, sentences: 4, syllables: 37, longestSentence: 7 });
  t.true(
    near(found.amstad, 76.11) &&
      near(found.wiener1, 1.5) &&
      near(found.wiener2, 0.93) &&
      near(found.wiener3, 1.28) &&
      near(found.lix, 19.14),
  );
});

test('T2: office German has the counts and scores that were counted by hand', (t) => {
  const found = measureReadability([
    'Die beantragte Verlängerung der Aufenthaltserlaubnis wird mangels Nachweises eines gesicherten Lebensunterhalts abgelehnt.',
  ]);
  t.like(found, { words: 12, sentences: 1, syllables: 36 });
  t.true(
    near(found.amstad, -7.5) &&
      near(found.wiener1, 20.25) &&
      near(found.wiener2, 20.1) &&
      near(found.wiener3, 18.46) &&
      near(found.lix, 78.67),
  );
});

test('syllables: diphthongs are one, other neighbours and prefixes are spoken apart', (t) => {
  const expected: Record<string, number> = {
    Behörde: 3,
    Aufenthaltserlaubnis: 6,
    Theater: 3,
    beenden: 3,
    beurteilen: 4,
    Familie: 4,
    Kopie: 2,
    Kopien: 3,
    Museum: 3,
    Quelle: 2,
    Situation: 5,
    über: 2,
    '2026': 1,
  };
  for (const [word, count] of Object.entries(expected)) t.is(countSyllables(word), count, word);
});

test('a date does not end a sentence, a block does', (t) => {
  t.is(measureReadability(['Bitte antworten Sie bis Montag, 29. Juni 2026. Danke']).sentences, 2);
  t.is(measureReadability(['Ihr Pass', 'Ihr Foto']).sentences, 2);
  t.is(measureReadability([]).words, 0);
});

for (const template of readTemplates().values()) {
  test(`the letter ${template.type} is plain enough`, (t) => {
    const { blocks } = renderLetter(template, sampleData, { demo: true });
    const found = measureReadability(plainTexts(blocks));
    t.true(found.amstad >= targets.amstad, `Amstad ${found.amstad}`);
    t.true(found.wiener1 <= targets.wiener1, `Wiener 1 ${found.wiener1}`);
    t.true(found.lix <= targets.lix, `LIX ${found.lix}`);
    t.true(found.meanSentence <= targets.meanSentence, `${found.meanSentence} words a sentence`);
    t.true(found.longestSentence <= targets.longestSentence, `longest sentence ${found.longestSentence} words`);
  });
}
