import test from 'ava';
import fc from 'fast-check';
import { ownPath } from '../../../services/platform/sign-in/routes.ts';

const home = 'https://lotse.example';
/** Where a browser on our page goes with this `Location`. */
const origin = (location: string): string => new URL(location, `${home}/auth/callback`).origin;

test('after sign-in people come back to where they were', (t) => {
  for (const path of ['/', '/aufgaben/1?filter=a&x=%2F%2Fy#z', '/mein/vorgang/1', '/a//b', '/x/../y?u=https://evil.example'])
    t.is(ownPath(path, home), path.replace('/x/..', ''), path);
});

test('tricks lead to the start page', (t) => {
  for (const path of [
    '/..//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e%2e//evil.example',
    '/%2e//evil.example',
    '/\t/evil.example',
    '/\\evil.example',
    '//evil.example',
    '/x/..\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
  ])
    t.is(ownPath(path, home), '/', path);
  t.is(ownPath(undefined, home), '/');
});

test('no text leads away from our own origin', (t) => {
  const piece = fc.constantFrom(
    '/',
    '//',
    '\\',
    '.',
    '..',
    '%2e',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '\r',
    ' ',
    '@',
    ':',
    '?',
    '#',
    'evil.example',
    'x',
    'https:',
    ';',
    '%00',
    '\u2028',
    '／',
    '。',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
    fc.webUrl(),
    fc.string().map((tail) => `/${tail}`),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (path) => {
      const location = ownPath(path, home);
      return location.startsWith('/') && !location.startsWith('//') && origin(location) === home;
    }),
    { numRuns: 5000 },
  );
  t.pass();
});
