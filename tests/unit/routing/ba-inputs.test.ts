import test from 'ava';
import type { CaseRow } from '../../../services/cases/index.ts';
import type { PersonRow } from '../../../services/persons/index.ts';
import { baInputs, wantedNorm } from '../../../services/routing/ba-inputs.ts';
import { basisOf, endOfBasis, limitsOfBasis } from '../../../services/routing/end-of-basis.ts';

const today = Temporal.PlainDate.from('2026-06-08');
const aCase = (facts: Record<string, unknown> = {}, anliegen = 'BESCHAEFTIGUNG') =>
  ({ facts, anliegen, receivedAt: new Date('2026-06-01T08:00:00Z') }) as unknown as CaseRow;
const aPerson = (details: Record<string, unknown> = {}) => ({ details }) as unknown as PersonRow;

test('nothing known: no exception is opened', (t) => {
  t.deepEqual(baInputs(aCase(), aPerson(), today), {
    norm: '19c',
    gehalt: 0,
    engpass: false,
    berufsanfaenger: false,
    duldung: false,
    ausbildung: false,
    aufenthaltMonate: 0,
    beschaeftigtVersMonate: 0,
  });
});

test('the title asked for: said, held and renewed, or by qualification', (t) => {
  t.is(wantedNorm({ beantragteNorm: '18g(1)S1', qualifikationArt: 'AUSBILDUNG' }, aPerson()), '18g(1)S1');
  t.is(wantedNorm({ vorgangsart: 'VERLAENGERUNG' }, aPerson({ titelNorm: '18a' })), '18a');
  t.is(wantedNorm({ vorgangsart: 'ERTEILUNG', qualifikationArt: 'HOCHSCHULE' }, aPerson({ titelNorm: '16b' })), '18b');
  t.is(wantedNorm({ qualifikationArt: 'AUSBILDUNG' }, aPerson()), '18a');
});

test('months of stay and work count for who holds a title, and work with an end does not (§ 9 BeschV)', (t) => {
  const facts = { aufenthaltSeit: '2023-06-08', beschaeftigtSeit: '2024-06-09' };
  const holder = aPerson({ aufenthaltsstatus: 'TITEL_GUELTIG' });
  t.like(baInputs(aCase(facts), holder, today), { aufenthaltMonate: 36, beschaeftigtVersMonate: 23 });
  t.like(baInputs(aCase({ ...facts, befristetBis: '2027-01-01' }), holder, today), { beschaeftigtVersMonate: 0 });
  t.like(baInputs(aCase(facts), aPerson(), today), { aufenthaltMonate: 0, beschaeftigtVersMonate: 0 });
  t.like(baInputs(aCase({ ...facts, schutzstatus: 'DULDUNG' }), aPerson(), today), { duldung: true, aufenthaltMonate: 36 });
});

test('a title lasts four years at most and three months beyond the contract (§ 18 (4))', (t) => {
  const open = aCase({ beantragteNorm: '18b' });
  t.deepEqual(limitsOfBasis(open, today), ['2030-06-08']);
  const ending = aCase({ beantragteNorm: '18b', befristetBis: '2027-12-31' });
  t.is(endOfBasis(ending), '2027-12-31');
  t.deepEqual(limitsOfBasis(ending, today), ['2030-06-08', '2028-03-31']);
});

test('what a case is now decides on what its paper rests', (t) => {
  const both = { beantragteNorm: '18g(1)S1', duldungsgrund: 'AUSBILDUNG_60C', ausbildungEnde: '2028-07-31', befristetBis: '2027-12-31' };
  t.is(basisOf(aCase(both)), '18g');
  t.is(endOfBasis(aCase(both)), '2027-12-31');
  t.is(basisOf(aCase(both, 'DULDUNG')), 'AUSBILDUNG_60C');
  t.deepEqual(limitsOfBasis(aCase(both, 'DULDUNG'), today), ['2028-07-31']);
  t.is(basisOf(aCase({}, 'DULDUNG')), '');
});
