import test from 'ava';
import { foldName } from '../../../services/persons/fold-name.ts';

test('spellings of one name meet', (t) => {
  t.is(foldName('MÜLLER'), foldName('Mueller'));
  t.is(foldName('Weiß'), foldName('Weiss'));
  t.is(foldName('Öztürk,  Ali'), 'oeztuerk ali');
});

test('combining and precomposed letters are the same', (t) => {
  t.is(foldName('Nguye\u0302\u0303n'), foldName('Nguyễn'));
  t.is(foldName('García-López'), 'garcia lopez');
});

test('other names stay apart', (t) => {
  t.not(foldName('Maier'), foldName('Mayer'));
});

test('letters of other scripts are kept', (t) => {
  t.is(foldName('Иванов'), 'иванов');
  t.is(foldName('  '), '');
});
