import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { type FactKey, facts } from '../../../services/office/index.ts';

// What is known of a case is read by services/office/facts.ts, so that one answer means the same wherever it is read.

const root = join(import.meta.dirname, '../../..');
const byHand = /(?<!')\bfacts\.(\w+)|\{([^{}]*)\} = (?:\w+\.)?facts\b/g;

const readByHand = (path: string, text: string): string[] =>
  [...text.matchAll(byHand)]
    .flatMap(([, key = '', keys = '']) => [key, ...keys.split(',').map((each) => each.split(':')[0]?.trim() ?? '')])
    .filter((key) => Object.hasOwn(facts, key))
    .map((key) => `${path}: ${key}`);

test('no service reads a fact of the table by itself', (t) => {
  const files = globSync('services/**/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  t.true(files.length > 700);
  const elsewhere = files.filter((path) => path !== 'services/office/facts.ts');
  t.deepEqual(
    elsewhere.flatMap((path) => readByHand(path, readFileSync(join(root, path), 'utf8'))),
    [],
  );
});

test('every fact of the table is read, cleared or hidden by some code', (t) => {
  const texts = globSync('services/**/*.ts', { cwd: root })
    .filter((path) => !path.endsWith('facts.ts'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const idle = (Object.keys(facts) as FactKey[]).filter((key) => {
    const { ofRound, ofQuestion, personal } = facts[key];
    return !(ofRound || ofQuestion || personal) && !new RegExp(`\\b${key}\\b`).test(texts);
  });
  t.deepEqual(idle, []);
});

test('a reading by hand is found, in either way of writing it', (t) => {
  t.deepEqual(readByHand('a.ts', "if (found.facts.gueltigBis === 'x') {}"), ['a.ts: gueltigBis']);
  t.deepEqual(readByHand('a.ts', 'const { gueltigBis: until, other } = found.facts;'), ['a.ts: gueltigBis']);
  t.deepEqual(readByHand('a.ts', 'facts.status; facts.receivedAt; const { facts } = found;'), []);
});
