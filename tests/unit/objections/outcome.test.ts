import test from 'ava';
import { outcomeOf } from '../../../services/objections/conclude-objection.ts';

test('what the office remedies is remedied, else the Regierungspräsidium decides', (t) => {
  t.is(outcomeOf('VOLL', null), 'ABGEHOLFEN');
  t.is(outcomeOf('NEIN', 'ZURUECKGEWIESEN'), 'BESTAETIGT');
  t.is(outcomeOf('TEIL', 'TEILWEISE'), 'GEAENDERT');
  t.is(outcomeOf('NEIN', 'STATTGEGEBEN'), 'AUFGEHOBEN');
  t.is(outcomeOf(null, null), 'UNSTATTHAFT');
});
