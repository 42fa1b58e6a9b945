import test from 'ava';
import { isCodeOf } from '../../../services/office/index.ts';
import { isHiddenAnliegen } from '../../../services/staff/index.ts';

test('hidden Anliegen are known as such', (t) => {
  t.true(isHiddenAnliegen('SICHERHEIT'));
  t.false(isHiddenAnliegen('DULDUNG'));
  t.true(isCodeOf('anliegen', 'DULDUNG'));
  t.false(isCodeOf('anliegen', 'URLAUB'));
});
