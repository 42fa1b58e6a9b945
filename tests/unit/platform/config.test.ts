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

const publicly = { PUBLIC_URL: 'https://lotse.example', DATABASE_URL: 'postgres://lotse:e1gen@db/lotse', RECORDS_PASSWORD: 'e1gen' };
for (const [key, value] of Object.entries({
  DATABASE_URL: 'postgres://lotse:zum-ausprobieren@postgres:5432/lotse',
  RECORDS_PASSWORD: 'zum-ausprobieren',
  OIDC_CLIENT_SECRET: 'lotse',
  SMTP_URL: 'smtp://office:zum%2Dausprobieren@mail:25',
}))
  test(`where others can reach Lotse it does not start with ${key} as everybody knows it`, (t) => {
    for (const address of ['https://lotse.example', 'http://lotse.example', 'http://192.168.1.4:3000', 'https://localhost']) {
      const error = t.throws(() => readConfig({ ...publicly, PUBLIC_URL: address, [key]: value }), { instanceOf: Invalid });
      t.regex(error?.message ?? '', new RegExp(`^Die Einstellung ${key} `));
      t.false(error?.message.includes('zum-ausprobieren'));
    }
    for (const address of ['', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://lotse.localhost:3000'])
      t.notThrows(() => readConfig({ ...publicly, PUBLIC_URL: address, [key]: value }));
    t.notThrows(() => readConfig(publicly));
  });
