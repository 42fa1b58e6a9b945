import test from 'ava';
import { present, settleRows } from '../../../web/src/ui/settle-rows.ts';

const tasks = (...ids: string[]) => ids.map((taskId) => ({ taskId }));
const rows = (...ids: string[]) => tasks(...ids).map(present);
const ids = (shown: { taskId: string; gone: boolean }[]): string[] => shown.map(({ taskId, gone }) => (gone ? `(${taskId})` : taskId));

test('a new task between others is announced and moves nothing while somebody is in the list, and shows afterwards', (t) => {
  const settled = settleRows(rows('a', 'c'), tasks('a', 'b', 'c'), true);
  t.deepEqual(ids(settled.rows), ['a', 'c']);
  t.is(settled.fresh, 1);
  const calm = settleRows(settled.rows, tasks('a', 'b', 'c'), false);
  t.deepEqual(ids(calm.rows), ['a', 'b', 'c']);
  t.is(calm.fresh, 0);
});

test('a new task at the end is added, because nothing moves', (t) => {
  const settled = settleRows(rows('a'), tasks('a', 'b'), true);
  t.deepEqual(ids(settled.rows), ['a', 'b']);
  t.is(settled.fresh, 0);
});

test('a task that is gone stays in its place while somebody is in the list, and leaves afterwards', (t) => {
  const busy = settleRows(rows('a', 'b', 'c'), tasks('a', 'c'), true);
  t.deepEqual(ids(busy.rows), ['a', '(b)', 'c']);
  t.deepEqual(ids(settleRows(busy.rows, tasks('a', 'c'), false).rows), ['a', 'c']);
});

test('a list that was empty fills without asking', (t) => {
  t.deepEqual(ids(settleRows([], tasks('a', 'b'), false).rows), ['a', 'b']);
});

test('a task that comes back is no longer marked', (t) => {
  const gone = settleRows(rows('a', 'b'), tasks('a'), true).rows;
  t.deepEqual(ids(settleRows(gone, tasks('a', 'b'), true).rows), ['a', 'b']);
});
