import test from 'ava';
import type { CaseRow } from '../../../services/cases/index.ts';
import type { PersonRow } from '../../../services/persons/index.ts';
import { decisionInputs } from '../../../services/routing/decision-inputs.ts';
import { familyLot } from '../../../services/routing/family-lot.ts';
import { routingReason } from '../../../services/routing/routing-reason.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const aCase = (facts: Record<string, unknown> = {}): CaseRow =>
  ({ anliegen: 'DULDUNG', facts, receivedAt: new Date('2026-11-20T23:30:00Z') }) as unknown as CaseRow;
const aPerson = (details: Record<string, unknown> = {}): PersonRow =>
  ({ familyId: '11111111-1111-4111-8111-111111111111', details: { familienname: 'A', vornamen: 'B', ...details } }) as unknown as PersonRow;

test('every input has a value: the engine compares no null', (t) => {
  const inputs = decisionInputs(aCase(), aPerson(), today, undefined);
  for (const [name, value] of Object.entries(inputs)) t.true(value !== null && value !== undefined, name);
});

test('days are counted in Berlin: received at 00:30 on the 21st', (t) => {
  t.is(decisionInputs(aCase(), aPerson(), today, undefined).alterVorgangTage, 1);
});

test('the title that ends in a week is seven days away; without one there is no deadline', (t) => {
  t.is(decisionInputs(aCase(), aPerson({ titelGueltigBis: '2026-11-29' }), today, undefined).titelRestTage, 7);
  t.is(decisionInputs(aCase(), aPerson(), today, undefined).titelRestTage, 999);
});

test('an application on the last day is in time, a day later it is not', (t) => {
  const on = (antragDatum: string) =>
    decisionInputs(aCase({ antragDatum }), aPerson({ titelGueltigBis: '2026-11-20' }), today, undefined).rechtzeitig;
  t.true(on('2026-11-20'));
  t.false(on('2026-11-21'));
});

test('a Duldung as residence status is a protection status unless the facts say otherwise', (t) => {
  t.is(decisionInputs(aCase(), aPerson({ aufenthaltsstatus: 'DULDUNG' }), today, undefined).schutzstatus, 'DULDUNG');
  t.is(
    decisionInputs(aCase({ schutzstatus: 'HUMANITAER' }), aPerson({ aufenthaltsstatus: 'DULDUNG' }), today, undefined).schutzstatus,
    'HUMANITAER',
  );
});

test('name, origin and sex change no input', (t) => {
  const one = decisionInputs(
    aCase(),
    aPerson({ geschlecht: 'w', staatsangehoerigkeiten: ['SY'], geburtsort: 'Aleppo', sprache: 'ar' }),
    today,
    undefined,
  );
  const other = decisionInputs(
    aCase(),
    aPerson({ familienname: 'Zwei', geschlecht: 'm', staatsangehoerigkeiten: ['US'], geburtsort: 'Boston', sprache: 'en' }),
    today,
    undefined,
  );
  t.deepEqual(one, other);
});

test('a family always draws the same lot, and families spread evenly', (t) => {
  const id = crypto.randomUUID();
  t.is(familyLot(id), familyLot(id));
  const ones = Array.from({ length: 2000 }, () => familyLot(crypto.randomUUID())).filter((lot) => lot === 1).length;
  t.true(ones > 850 && ones < 1150, `${ones} of 2000`);
});

test('the reason is one German sentence with section, cause and rule', (t) => {
  t.is(
    routingReason('SG4', 'D1_04', 'Duldung, §§ 60a bis 60d AufenthG', {}),
    'Sachgebiet 4 (Humanitärer Aufenthalt, Ausreise und Sicherheit), weil es um Folgendes geht: Duldung, §§ 60a bis 60d AufenthG (Regel D1_04).',
  );
});
