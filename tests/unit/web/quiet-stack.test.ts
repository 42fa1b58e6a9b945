import test from 'ava';
import { changesNothing } from '../../../web/src/bpmn/decision/quiet-stack.ts';

test('an edit that leaves a cell as it is is none; one that empties it is', (t) => {
  t.true(changesNothing({ element: { text: '<= 2' }, properties: { text: '<= 2' } }));
  t.true(changesNothing({ element: { businessObject: { text: undefined } }, properties: { text: '' } }));
  t.false(changesNothing({ element: { text: '<= 2' }, properties: { text: '' } }));
  t.false(changesNothing({ element: { text: 'a', name: 'b' }, properties: { text: 'a', name: 'c' } }));
});
