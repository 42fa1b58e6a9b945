import test from 'ava';
import { type Json, keepOrder } from '../../../web/src/forms/editor/keep-order.ts';

test('keys stand as they were written, new ones behind; fields and choices keep the order people gave them', (t) => {
  const before: Json = {
    id: 'f',
    type: 'default',
    components: [
      { type: 'text', id: 'a', text: 'x' },
      { key: 'k', id: 'b', values: [{ label: 'A', value: 'a' }] },
    ],
  };
  const after: Json = {
    components: [
      {
        id: 'b',
        key: 'k',
        values: [
          { value: 'n', label: 'Neu' },
          { value: 'a', label: 'A' },
        ],
      },
      { id: 'a', text: 'y', type: 'text', label: 'neu' },
    ],
    type: 'default',
    id: 'f',
  };
  t.is(
    JSON.stringify(keepOrder(before, after)),
    '{"id":"f","type":"default","components":[{"key":"k","id":"b","values":[{"value":"n","label":"Neu"},{"label":"A","value":"a"}]},{"type":"text","id":"a","text":"y","label":"neu"}]}',
  );
  t.deepEqual(keepOrder(before, after), after);
});
