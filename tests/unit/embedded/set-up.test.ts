import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { cacheFolder } from '../../../services/embedded/cache-folder.ts';
import { prepareDataFolder } from '../../../services/embedded/data-folder.ts';
import { diskFault, writeWhole } from '../../../services/embedded/files.ts';
import { findJava } from '../../../services/embedded/java.ts';
import { findFreePorts, requireDistinctPorts, requireFreePort } from '../../../services/embedded/ports.ts';
import { requireReachable } from '../../../services/embedded/postgres-account.ts';
import { readSecrets } from '../../../services/embedded/secrets.ts';
import { SetUpFault } from '../../../services/embedded/set-up-fault.ts';
import { addressSettings } from '../../../services/embedded/zeebe-settings.ts';
import { readConfig } from '../../../services/platform/config.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'lotse-set-up-'));

test('a taken port is named together with the setting that moves it', async (t) => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const { port } = server.address() as { port: number };
  const fault = await t.throwsAsync(requireFreePort(port, 'EMBEDDED_OIDC_PORT'), { instanceOf: SetUpFault });
  t.true(fault.message.includes(String(port)) && fault.message.includes('EMBEDDED_OIDC_PORT'));
});

test('one port for two parts is refused before anything starts, Zeebe’s neighbours included', (t) => {
  t.notThrows(() => requireDistinctPorts(readConfig({})));
  const fault = t.throws(() => requireDistinctPorts(readConfig({ EMBEDDED_ZEEBE_PORT: '4903', EMBEDDED_ZEEBE_REST_PORT: '4905' })), {
    instanceOf: SetUpFault,
  });
  t.true(fault.message.includes('4905') && fault.message.includes('EMBEDDED_ZEEBE_REST_PORT'));
  const elsewhere = { EMBEDDED_ZEEBE_PORT: '4903', EMBEDDED_ZEEBE_REST_PORT: '4905', ZEEBE_ADDRESS: 'zeebe:26500' };
  t.notThrows(() => requireDistinctPorts(readConfig(elsewhere)));
});

test('free ports are different and free', async (t) => {
  const ports = await findFreePorts(8);
  t.is(new Set(ports).size, 8);
  await t.notThrowsAsync(requireFreePort(ports[0] as number, 'PORT'));
});

test('a full disk and a locked folder become plain sentences, anything else stays what it is', (t) => {
  t.regex((diskFault({ code: 'ENOSPC' }, '/data') as Error).message, /^Die Platte ist voll: .*DATA_DIR/);
  t.regex((diskFault({ code: 'EACCES' }, '/data') as Error).message, /gesperrt.*DATA_DIR/);
  const other = new Error('other');
  t.is(diskFault(other, '/data'), other);
});

test('a file is replaced whole or not at all', (t) => {
  const folder = newFolder();
  const file = join(folder, 'a.json');
  writeWhole(file, 'old');
  mkdirSync(join(folder, 'taken/inside'), { recursive: true });
  t.throws(() => writeWhole(join(folder, 'taken'), 'new'));
  t.is(readFileSync(file, 'utf8'), 'old');
  t.deepEqual(readdirSync(folder).sort(), ['a.json', 'taken'], 'no draft is left');
});

test('a disk that is nearly full is refused before anything starts', (t) => {
  const fault = t.throws(() => prepareDataFolder(newFolder(), Number.MAX_SAFE_INTEGER), { instanceOf: SetUpFault });
  t.regex(fault.message, /fast voll: .* MB frei, gebraucht werden \d+\. .*DATA_DIR/);
});

test('the data folder is made, whatever the umask, so that the database user can enter it', (t) => {
  const folder = join(newFolder(), 'office');
  const script = `process.umask(0o077); const { prepareDataFolder } = await import('./services/embedded/data-folder.ts'); prepareDataFolder(process.argv[1]);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], { encoding: 'utf8' });
  t.is(status, 0, stderr);
  t.is(statSync(folder).mode & 0o777, 0o755);
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;
asRoot('a folder the database user may not enter is named, with the way out (root only)', (t) => {
  const closed = newFolder();
  const inside = join(closed, 'postgres');
  mkdirSync(inside);
  const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };
  const fault = t.throws(() => requireReachable(inside, nobody, ''), { instanceOf: SetUpFault });
  t.true(fault.message.includes(`chmod o+x ${closed}`), fault.message);
  chmodSync(closed, 0o755);
  t.notThrows(() => requireReachable(inside, nobody, ''));
});

test('secrets are made once and kept', (t) => {
  const folder = newFolder();
  const made = readSecrets(folder);
  t.deepEqual(readSecrets(folder), made);
  t.is(new Set(Object.values(made)).size, 5);
});

test('secrets a folder of an earlier release lacks are added, and those it has stay', (t) => {
  const folder = newFolder();
  const old = { databasePassword: 'a', recordsPassword: 'b', cookieKey: 'c' };
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(old));
  const made = readSecrets(folder);
  t.like(made, old);
  t.truthy(made.ownerPassword && made.applicationPassword);
  t.deepEqual(readSecrets(folder), made);
});

test('a Java that is too old is passed over', async (t) => {
  const home = newFolder();
  mkdirSync(join(home, 'bin'));
  writeFileSync(join(home, 'bin/java'), '#!/bin/sh\necho \'openjdk version "17.0.9"\' >&2\n', { mode: 0o755 });
  const found = await findJava(() => {}, { ...process.env, JAVA_HOME: home });
  t.not(found, home);
});

test('the cache is the user’s and can be moved', (t) => {
  t.is(cacheFolder({ LOTSE_CACHE_DIR: '/c' }), '/c');
  if (process.platform !== 'win32') t.is(cacheFolder({ XDG_CACHE_HOME: '/x' }), '/x/lotse');
});

test('everything of Zeebe listens on this machine only', (t) => {
  const settings = addressSettings({ gateway: 1, rest: 5, management: 6 }, '/data');
  for (const [key, value] of Object.entries(settings)) if (/(HOST|ADDRESS)$/.test(key)) t.is(value, '127.0.0.1', key);
  t.is(Object.keys(settings).filter((key) => /(HOST|ADDRESS)$/.test(key)).length, 4);
});

test('start.mjs refuses an unknown command in a sentence', (t) => {
  const { status, stderr } = spawnSync(process.execPath, ['.config/start.mjs', 'fly'], { encoding: 'utf8' });
  t.is(status, 1);
  t.regex(stderr, /^Use one of: start, test, check, bench, reset, rebuild, audit, token, screens\.\n$/);
});
