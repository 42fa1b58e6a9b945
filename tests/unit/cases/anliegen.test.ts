import test from 'ava';
import { isKnownAnliegen } from '../../../services/cases/anliegen.ts';
import { isHiddenAnliegen } from '../../../services/staff/index.ts';

test('hidden Anliegen are known as such', (t) => {
  t.true(isHiddenAnliegen('SICHERHEIT'));
  t.false(isHiddenAnliegen('DULDUNG'));
  t.true(isKnownAnliegen('DULDUNG'));
  t.false(isKnownAnliegen('URLAUB'));
});
