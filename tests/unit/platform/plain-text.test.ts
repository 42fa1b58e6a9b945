import test from 'ava';
import { Invalid } from '../../../services/platform/errors.ts';
import { assertPlainText } from '../../../services/platform/plain-text.ts';

for (const [name, value] of Object.entries({
  'a NUL character': { a: 'x\0' },
  'half a surrogate pair': [{ b: ['\ud800'] }],
  'a broken key': { 'x\0': 1 },
}))
  test(`${name} is refused wherever it stands`, (t) => {
    t.throws(() => assertPlainText(value), { instanceOf: Invalid });
  });

test('names of all the world pass', (t) => {
  t.notThrows(() => assertPlainText({ name: 'Nguyễn 😀 İpek Łukasz عمر', list: [1, null, true, Buffer.from('\0')] }));
});

test('half a million levels do not overflow the stack', (t) => {
  const deep = JSON.parse(`${'['.repeat(500_000)}${']'.repeat(500_000)}`);
  t.throws(() => assertPlainText(deep), { instanceOf: Invalid });
});
