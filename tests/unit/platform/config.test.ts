import test from 'ava';
import { listSettings, readConfig } from '../../../services/platform/config.ts';
import { Invalid } from '../../../services/platform/errors.ts';

test('without any setting the embedded default stands', (t) => {
  const config = readConfig({ PATH: '/bin' });
  t.is(config.port, 3000);
  t.is(config.databaseUrl, '');
  t.is(config.publicUrl, 'http://localhost:3000');
  t.is(config.demo, false);
  t.false('path' in config);
});

test('the public address follows the port and loses a slash at its end', (t) => {
  t.is(readConfig({ PORT: '8080' }).publicUrl, 'http://localhost:8080');
  t.is(readConfig({ PUBLIC_URL: 'https://lotse.example/' }).publicUrl, 'https://lotse.example');
});

test('an empty variable counts as not set', (t) => {
  t.is(readConfig({ PORT: '' }).port, 3000);
});

for (const [key, value] of [
  ['PORT', '80000'],
  ['PORT', 'drei'],
  ['DATABASE_URL', 'mysql://user:geheim@db/lotse'],
  ['LOG_LEVEL', 'loud'],
  ['DEMO', 'vielleicht'],
  ['WORKER_POLL_MS', '0'],
  ['SMTP_URL', 'geheim'],
  ['OIDC_ISSUER', 'ftp://geheim'],
] as const)
  test(`${key}=${value} is refused with one German sentence that names the key and not the value`, (t) => {
    const error = t.throws(() => readConfig({ [key]: value }), { instanceOf: Invalid });
    t.regex(error?.message ?? '', new RegExp(`^Die Einstellung ${key} ist falsch: .+\\.$`));
    t.notRegex(error?.message ?? '', /geheim|drei|loud|vielleicht|80000/);
  });

test('every setting says what it is for', (t) => {
  t.true(listSettings().length > 25);
  for (const { key, description } of listSettings()) t.regex(description, /\w{3}/, key);
});
