import test from 'ava';
import { applicantSchema } from '../../../services/persons/applicant.ts';
import { impossibleDays } from '../../../services/persons/check-days.ts';

const least = {
  familienname: 'Muster',
  vornamen: 'Kim',
  geburtsdatum: '1990-05-04',
  staatsangehoerigkeiten: ['ungeklärt'],
  email: 'kim@example.org',
};
const wrong = (change: object): string[] =>
  (applicantSchema.validate({ ...least, ...change }, { abortEarly: false }).error?.details ?? []).map(
    (detail) => detail.path.join('.') || detail.type,
  );

test('what is needed to begin is enough', (t) => {
  t.deepEqual(wrong({}), []);
});

test('e-mail or telephone: one of the two', (t) => {
  t.deepEqual(wrong({ email: undefined, telefon: '+49 721 1234' }), []);
  t.deepEqual(wrong({ email: undefined }), ['object.missing']);
});

test('an unknown day or month of birth is allowed, an impossible one is not', (t) => {
  t.deepEqual(wrong({ geburtsdatum: '1990-00-00' }), []);
  t.deepEqual(wrong({ geburtsdatum: '1990-13-01' }), ['geburtsdatum']);
  t.deepEqual(wrong({ geburtsdatum: '04.05.1990' }), ['geburtsdatum']);
  for (const geburtsdatum of ['1990-02-30', '1990-04-31', '1990-00-07', '1899-12-31'])
    t.deepEqual(wrong({ geburtsdatum }), ['geburtsdatum'], geburtsdatum);
  t.deepEqual(wrong({ geburtsdatum: '1990-05-00' }), []);
});

test('the norm of a title is a code, because the engine gets it', (t) => {
  for (const titelNorm of ['28', '16a', '25(5)', '18g(1)S2', '104c']) t.deepEqual(wrong({ titelNorm }), [], titelNorm);
  for (const titelNorm of ['HIV positiv', 'Aalhof', '§ 18b', '18b, geb. 1990', '18b(', '1990-01-01', ''])
    t.deepEqual(wrong({ titelNorm }), ['titelNorm'], titelNorm);
});

test('full dates must be in the calendar', (t) => {
  t.deepEqual(wrong({ passGueltigBis: '2027-02-29' }), ['passGueltigBis']);
  t.deepEqual(wrong({ passGueltigBis: '2028-02-29' }), []);
});

test('a birth or a passport to come is impossible, a passport that has run out is not', (t) => {
  const days = (change: object): string[] => impossibleDays(change, '2026-11-30').map(({ field }) => field);
  for (const geburtsdatum of ['2026-12-01', '2026-12-00', '2027-00-00']) t.deepEqual(days({ geburtsdatum }), ['geburtsdatum']);
  for (const geburtsdatum of ['2026-11-30', '2026-11-00', '2026-00-00', '1990-05-00']) t.deepEqual(days({ geburtsdatum }), []);
  t.deepEqual(days({ passAusstellung: '2026-12-01' }), ['passAusstellung']);
  t.deepEqual(days({ passAusstellung: '2020-05-01', passGueltigBis: '2019-05-01' }), ['passGueltigBis']);
  t.deepEqual(days({ passAusstellung: '2010-05-01', passGueltigBis: '2020-05-01' }), []);
});

test('unknown fields are refused by name', (t) => {
  t.deepEqual(wrong({ religion: 'keine' }), ['religion']);
});
