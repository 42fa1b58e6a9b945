import test from 'ava';
import { applicantSchema } from '../../../services/persons/applicant.ts';

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
});

test('full dates must be in the calendar', (t) => {
  t.deepEqual(wrong({ passGueltigBis: '2027-02-29' }), ['passGueltigBis']);
  t.deepEqual(wrong({ passGueltigBis: '2028-02-29' }), []);
});

test('unknown fields are refused by name', (t) => {
  t.deepEqual(wrong({ religion: 'keine' }), ['religion']);
});
