import { readFileSync } from 'node:fs';
import test from 'ava';
import { parse } from 'yaml';
import { findMissing, readLock } from '../../../.config/complete-lock.ts';
import { makeRealm, realmFile } from '../../../.config/keycloak-realm.ts';
import { makeServicesList, sayWhat, servicesFile } from '../../../.config/services-list.ts';
import { makeSettings, settingsFile } from '../../../.config/settings-table.ts';
import { makeNotice, noticeFile } from '../../../.config/third-party.ts';
import { demoAccounts } from '../../../services/staff/index.ts';

const again = 'run npm run check -- --fix';
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string; version: string };

test('the realm for containers has the demo accounts of today', (t) => {
  t.true(readFileSync(realmFile, 'utf8') === makeRealm(demoAccounts), again);
});

test('the third-party list names the packages of the lock file', (t) => {
  t.true(readFileSync(noticeFile, 'utf8') === makeNotice(), again);
});

test('the list of services says what each room says of itself', (t) => {
  t.true(readFileSync(servicesFile, 'utf8') === makeServicesList(), again);
  t.is(sayWhat('a', '/** Cases: one matter. What other features may call. */\nexport {};'), 'Cases: one matter.');
  t.throws(() => sayWhat('a', "import { a } from './a.ts';\n\n/** Later. */\nexport { a };"), { message: /services\/a\/index\.ts/ });
});

test('the table of settings is the one the schema reads', (t) => {
  t.true(readFileSync(settingsFile, 'utf8') === makeSettings(), again);
});

test('the lock file names the optional packages of every platform, without which npm ci refuses it', (t) => {
  t.deepEqual(
    findMissing(readLock()).map(({ name }) => name),
    [],
    again,
  );
});

test('licence, publiccode.yml and package.json agree', (t) => {
  t.regex(readFileSync('LICENSE', 'utf8'), /^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  const publiccode = parse(readFileSync('publiccode.yml', 'utf8'));
  t.is(publiccode.legal.license, manifest.license);
  t.is(publiccode.softwareVersion, manifest.version);
});

test('publiccode.yml 0.4 has what the standard requires', (t) => {
  const publiccode = parse(readFileSync('publiccode.yml', 'utf8'));
  for (const key of [
    'publiccodeYmlVersion',
    'name',
    'url',
    'platforms',
    'developmentStatus',
    'softwareType',
    'description',
    'legal',
    'maintenance',
    'localisation',
  ])
    t.true(key in publiccode, key);
  for (const [language, text] of Object.entries<{ shortDescription: string; longDescription: string; features: string[] }>(
    publiccode.description,
  )) {
    t.true(text.shortDescription.length <= 150, `${language}: short description`);
    t.true(text.longDescription.length >= 150 && text.longDescription.length <= 10_000, `${language}: long description`);
    t.true(text.features.length > 0, `${language}: features`);
  }
  t.true(publiccode.maintenance.contacts.length > 0);
});
