import test from 'ava';
import { dayBounds } from '../../../services/forms/day-bounds.ts';
import { validateForm } from '../../../services/forms/index.ts';
import type { FormComponent, Values } from '../../../services/forms/read-form.ts';

const today = '2026-11-30';
const dated = (properties: Record<string, string>, more: Partial<FormComponent> = {}): FormComponent => ({
  type: 'datetime',
  subtype: 'date',
  key: 'bis',
  dateLabel: 'Gültig bis',
  properties,
  ...more,
});
const between = (properties: Record<string, string>, known: Values = {}): (string | undefined)[] => {
  const { min, max } = dayBounds(dated(properties), known, today);
  return [min?.day, max?.day];
};
const fault = (properties: Record<string, string>, bis: string, known: Values = {}): string | undefined =>
  validateForm({ components: [dated(properties)] }, { bis }, known, today).faults[0]?.message;

const permit = {
  fruehestens: 'heute',
  spaetestens: 'heute + 4 Jahre oder titelGueltigBis + 4 Jahre, passGueltigBis',
  spaetestensGrund: 'vier Jahre, § 18 Abs. 4 AufenthG',
};

test('a permit ends neither in the past nor after four years or the passport', (t) => {
  t.deepEqual(between(permit), ['2026-11-30', '2030-11-30']);
  t.deepEqual(between(permit, { passGueltigBis: '2028-06-01' }), ['2026-11-30', '2028-06-01']);
  t.is(fault(permit, '2020-01-01'), 'Gültig bis: frühestens 30.11.2026 (heute)');
  t.is(fault(permit, '2040-01-01'), 'Gültig bis: spätestens 30.11.2030 (vier Jahre, § 18 Abs. 4 AufenthG)');
  t.is(fault(permit, '2029-01-01', { passGueltigBis: '2028-06-01' }), 'Gültig bis: spätestens 01.06.2028 (Ablauf des Passes)');
  t.is(fault(permit, '2028-06-01', { passGueltigBis: '2028-06-01' }), undefined);
});

test('who renews early gets the four years after the title that still runs', (t) => {
  t.deepEqual(between(permit, { titelGueltigBis: '2027-05-15' }), ['2026-11-30', '2031-05-15']);
  t.deepEqual(between(permit, { titelGueltigBis: '2026-05-15' }), ['2026-11-30', '2030-11-30']);
});

test('a passport that has run out bounds nothing: its holder must still get an answer', (t) => {
  t.deepEqual(between(permit, { passGueltigBis: '2025-01-01' }), ['2026-11-30', undefined]);
});

test('another field bounds as soon as it is answered', (t) => {
  const ends = { fruehestens: 'beginn', fruehestensGrund: 'Beginn der Beschäftigung', spaetestens: 'offen' };
  t.deepEqual(between(ends), [undefined, undefined]);
  t.is(fault(ends, '2027-01-31', { beginn: '2027-02-01' }), 'Gültig bis: frühestens 01.02.2027 (Beginn der Beschäftigung)');
});

test('what was done is not done tomorrow, and days move by days, weeks, months and years', (t) => {
  t.is(fault({ fruehestens: 'offen', spaetestens: 'heute' }, '2026-12-01'), 'Gültig bis: spätestens 30.11.2026 (heute)');
  t.deepEqual(between({ fruehestens: 'heute - 2 Wochen', spaetestens: 'heute + 3 Monate' }), ['2026-11-16', '2027-02-28']);
  t.deepEqual(between({ fruehestens: 'heute + 1 Tag', spaetestens: 'heute + 10 Tage' }), ['2026-12-01', '2026-12-10']);
});

test('bounds of the day an entry was made are not those of the day it is sent on', (t) => {
  const form = { components: [dated({ fruehestens: 'heute', spaetestens: 'heute' })] };
  t.deepEqual(validateForm(form, { bis: '2026-11-29' }, {}, undefined).values, { bis: '2026-11-29' });
});
