import test from 'ava';
import { nextRowId } from '../../../web/src/bpmn/decision/row-ids.ts';
import { isGenerated, spokenId } from '../../../web/src/bpmn/modeler/spoken-id.ts';
import { readValues, writeValues } from '../../../web/src/studio/editor/write-values.ts';

test('a step’s id says its kind and its name, without umlauts', (t) => {
  t.is(spokenId('bpmn:UserTask', 'Unterlagen früh prüfen'), 'userTask_UnterlagenFruehPruefen');
  t.is(spokenId('bpmn:ExclusiveGateway', 'Vollständig?'), 'gateway_Vollstaendig');
  t.is(spokenId('bpmn:IntermediateCatchEvent', 'Antwort da', 'bpmn:MessageEventDefinition'), 'message_AntwortDa');
  t.is(spokenId('bpmn:UserTask', '24 Monate prüfen'), 'userTask_Nr24MonatePruefen');
  t.is(spokenId('bpmn:TextAnnotation', 'Notiz'), undefined);
  t.is(spokenId('bpmn:UserTask', '???'), undefined);
});

test('an id that the office has given is never taken for one of the library’s', (t) => {
  t.true(isGenerated('Activity_0abc12x'));
  t.false(isGenerated('userTask_UnterlagenPruefen'));
});

test('a new row goes on with the numbers of its table', (t) => {
  t.is(nextRowId(['D2_01', 'D2_12', 'D2_03']), 'D2_13');
  t.is(nextRowId(['D1_099', 'D1_100']), 'D1_101');
  t.is(nextRowId(['rule-a']), undefined);
});

test('values are written as lines and read again as they were', (t) => {
  const value = { sachgebiet: 'SG4', los: 0, teile: ['a', 'b'], ergebnis: null, ja: true };
  t.deepEqual(readValues(writeValues(value)), { value });
  t.deepEqual(readValues('sachgebiet: SG4\nlos: 0'), { value: { sachgebiet: 'SG4', los: 0 } });
  t.is(readValues('sachgebiet'), undefined);
  t.is(readValues('liste: ["a"'), undefined);
  t.deepEqual(readValues(writeValues(null)), { value: null });
});
