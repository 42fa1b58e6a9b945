import test from 'ava';
import { readFrontMatter } from '../../../services/typed/front-matter.ts';

test('a head and the text after it are told apart, whatever the line ends are', (t) => {
  const read = { fields: { titel: 'Frist: wie lange?', norm: '§ 31 VwVfG' }, text: 'Eins.\n---\nZwei.', strange: [] };
  const source = '---\ntitel: Frist: wie lange?\nnorm:§ 31 VwVfG\n\n---\n\nEins.\n---\nZwei.\n';
  t.deepEqual(readFrontMatter(source), read);
  t.deepEqual(readFrontMatter(source.replaceAll('\n', '\r\n')), read);
});

test('what is no head is none, and a line that says nothing is named', (t) => {
  t.is(readFrontMatter('Hallo'), undefined);
  t.is(readFrontMatter('---\ntitel: Frist\n'), undefined);
  t.deepEqual(readFrontMatter('---\ntitel\nnorm: § 1\n---'), { fields: { norm: '§ 1' }, text: '', strange: ['titel'] });
});
