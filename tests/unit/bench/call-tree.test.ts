import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import { hotSpots, readProfile } from '../../bench/profile/call-tree.ts';
import { flameGraph } from '../../bench/profile/flame-graph.ts';

const frame = (functionName: string, path = '') => ({
  functionName,
  url: path.startsWith('node:') || path === '' ? path : pathToFileURL(path).href,
  lineNumber: 9,
});

/** (root) calls handle, which calls knex twice, by two nodes; and it rests for a second. */
const profile = {
  nodes: [
    { id: 1, callFrame: frame('(root)'), children: [2, 5] },
    { id: 2, callFrame: frame('handle', 'services/tasks/routes/claim.ts'), children: [3, 4] },
    { id: 3, callFrame: frame('<toSQL>', 'node_modules/knex/lib/builder.js') },
    { id: 4, callFrame: frame('<toSQL>', 'node_modules/knex/lib/builder.js') },
    { id: 5, callFrame: frame('(idle)') },
  ],
  samples: [2, 3, 4, 5],
  timeDeltas: [2_000, 3_000, 4_000, 1_000_000],
};

const read = () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  try {
    writeFileSync(join(folder, 'api.cpuprofile'), JSON.stringify(profile));
    return readProfile(join(folder, 'api.cpuprofile'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('a profile is the time at work, by package and by function', (t) => {
  const top = read();
  t.is(top.total, 9);
  const { owners, functions } = hotSpots(top);
  t.deepEqual(owners.slice(0, 2), [
    { what: 'knex', ms: 7 },
    { what: 'services/tasks/routes', ms: 2 },
  ]);
  t.deepEqual(functions[0], { what: '<toSQL> knex/lib/builder.js:10', ms: 7 });
});

test('a flame graph is one file that asks no network for anything and is not broken by a name', (t) => {
  const page = flameGraph('api', read());
  t.notRegex(page, /https?:|src=|@import|<toSQL>/);
  t.true(page.includes('\\u003ctoSQL>'));
});
