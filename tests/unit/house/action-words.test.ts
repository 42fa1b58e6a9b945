import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { words, wordsOfAction } from '../../../services/audit/action-words.ts';

const services = fileURLToPath(new URL('../../../services', import.meta.url));
const sources = globSync('**/*.ts', { cwd: services }).map((file) => readFileSync(`${services}/${file}`, 'utf8'));
const found = (pattern: RegExp): string[] => sources.flatMap((source) => [...source.matchAll(pattern)].map(([, said = '']) => said));

/** Entries name their action as a text beside the call; lists by what was listed (`auditList`). */
const actions = found(/(?:action: |action = |noted\(trx, user, )'([a-z]+ [a-z ]+)'/g);
const lists = found(/auditList\([^;]*?what: '([^']+)'/g);

test('every action an entry can name has its words in German', (t) => {
  t.true(actions.length > 60, String(actions.length));
  t.true(lists.length >= 9, String(lists.length));
  const named = [...actions, ...lists.flatMap((what) => (what === 'counts' ? [`search ${what}`] : [`list ${what}`]))];
  t.deepEqual([...new Set(named)].filter((action) => !(action in words)).toSorted(), []);
});

test('no two actions read the same, and what is unknown is not hidden', (t) => {
  t.is(new Set(Object.values(words)).size, Object.keys(words).length);
  t.is(wordsOfAction('fly away'), 'fly away');
});
