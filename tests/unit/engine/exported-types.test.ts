import { join } from 'node:path';
import test from 'ava';
import { exportedTypes } from '../../../services/embedded/zeebe-settings.ts';
import { loadProjections } from '../../../services/engine/records/projections.ts';
import { readByEngine } from '../../../services/engine/records/what-is-read.ts';

test('the engine sends the types of records that are read, and no others', async (t) => {
  const { all } = await loadProjections(join(import.meta.dirname, '../../../services'));
  t.true(all.length > 0);
  const read = new Set([...Object.keys(readByEngine), ...all.map(({ projection }) => projection.valueType)]);
  t.deepEqual([...read].sort(), exportedTypes.toSorted());
});
