import test from 'ava';
import type { CaseRow } from '../../../services/cases/index.ts';
import { getKind } from '../../../services/letters/bescheid-kinds.ts';

const rulesFor = (wohnsitzauflage: unknown): unknown =>
  getKind('DULDUNG').data({ found: {} as CaseRow, facts: { gueltigBis: '2026-12-08', erwerb: 'VERBOTEN', wohnsitzauflage } }).regeln;

test('a residence condition stands in the letter, as the form asks for it', (t) => {
  const forbidden = 'Sie dürfen nicht arbeiten.';
  t.deepEqual(rulesFor('JA'), [forbidden, 'Sie müssen an dem Ort wohnen, der auf Ihrer Duldung steht.']);
  t.deepEqual(rulesFor(true), rulesFor('JA'));
  t.deepEqual(rulesFor('NEIN'), [forbidden]);
});
