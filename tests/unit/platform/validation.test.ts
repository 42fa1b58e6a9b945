import test from 'ava';
import Joi from 'joi';
import { type FieldFault, Invalid } from '../../../services/platform/errors.ts';
import { check } from '../../../services/platform/validation.ts';

const schema = Joi.object({
  anliegen: Joi.string().required(),
  count: Joi.number().integer().max(200),
  applicant: Joi.object({ email: Joi.string().email(), geburtsdatum: Joi.string().isoDate() }),
  choice: Joi.string().valid('A', 'B'),
});

const faults = (value: unknown): FieldFault[] => {
  try {
    check(schema, value);
    return [];
  } catch (error) {
    return (error as Invalid).details as FieldFault[];
  }
};

test('all faults come at once, in German, with the path of the field', (t) => {
  t.deepEqual(faults({ count: 201, applicant: { email: 'x', geburtsdatum: '08.06.2026', alter: 3 }, choice: 'C' }), [
    { field: 'anliegen', message: 'Diese Angabe fehlt.' },
    { field: 'count', message: 'Höchstens 200.' },
    { field: 'applicant.email', message: 'Hier wird eine E-Mail-Adresse erwartet.' },
    { field: 'applicant.geburtsdatum', message: 'Hier wird ein Datum erwartet, zum Beispiel 2026-06-08.' },
    { field: 'applicant.alter', message: 'Diese Angabe ist hier nicht vorgesehen.' },
    { field: 'choice', message: 'Möglich sind nur: A, B.' },
  ]);
});

test('what a person typed is never repeated', (t) => {
  t.false(JSON.stringify(faults({ anliegen: 1, choice: 'canary', applicant: { email: 'canary' } })).includes('canary'));
});

test('every sentence is our own, none is English', (t) => {
  const odd: [Joi.Schema, unknown][] = [
    [Joi.array().max(1), [1, 2]],
    [Joi.boolean(), 'x'],
    [Joi.date().iso(), 'x'],
    [Joi.string().uuid(), 'x'],
    [Joi.string().pattern(/^a$/), 'b'],
    [Joi.alternatives(Joi.number(), Joi.boolean()), 'x'],
    [Joi.object().or('a', 'b'), {}],
    [Joi.string().max(2), 'abc'],
    [Joi.string(), ''],
    [Joi.any().forbidden(), 1],
    [Joi.number(), Number.NaN],
    [Joi.number(), 2 ** 53 + 2],
    [Joi.string().hex(), 'zz'],
    [Joi.string().uri(), 'x'],
  ];
  for (const [each, value] of odd) {
    const error = t.throws(() => check(each, value), { instanceOf: Invalid });
    t.notRegex(JSON.stringify(error?.details), /\b(?:must|is not|required|allowed)\b/);
  }
});
