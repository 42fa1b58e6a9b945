import { spawnSync } from 'node:child_process';
import test from 'ava';
import { openDatabase, starterEnv } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { completeAll, nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { CHECK, GROUND, papersComplete } from '../support/duldung.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

const rebuild = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['services/operations/rebuild-cli.ts'], {
    env: { ...process.env, ...starterEnv() },
    encoding: 'utf8',
  });
  return { status, stderr, lines: stdout.trim().split('\n') };
};

test.serial('a rebuild beside the running Lotse gives what was there, twice the same', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const cases = await openMany(acked, 4);
  await completeAll(db, acked, cases, { elementId: CHECK, input: papersComplete });
  await untilOpen(db, cases, GROUND);
  const first = rebuild();
  t.is(first.status, 0, first.stderr);
  t.is(first.lines.at(-1), 'Nichts hat sich geändert.');
  t.true(first.lines.length >= 7, 'a line per table, one for all, one sentence');
  t.true(
    first.lines.slice(0, -1).every((line) => /^\S+ +([0-9a-f]{64}|empty)$/.test(line)),
    first.lines.join('\n'),
  );
  await held.check(t, acked);
});

test.serial('a row that is not what the records say is mended, and said', async (t) => {
  const { rows } = await db.raw(
    `update engine_jobs set state = 'failed', retries = 0 where job_key = (select min(job_key) from engine_jobs) returning job_key`,
  );
  t.is(rows.length, 1);
  t.is(rebuild().lines.at(-1), 'Berichtigt: engine_jobs');
  t.is(rebuild().lines.at(-1), 'Nichts hat sich geändert.');
});

test.serial('while somebody else applies the records it changes nothing and says so', async (t) => {
  const before = (await db.raw('select count(*) from engine_elements')).rows;
  const refused = await db.transaction(async (trx) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('lotse applier'), 1)`);
    return rebuild();
  });
  t.is(refused.status, 1);
  t.regex(refused.stderr, /^Das Protokoll der Engine wird gerade von einem anderen Prozess angewendet[^\n]+\n$/);
  t.deepEqual((await db.raw('select count(*) from engine_elements')).rows, before);
});
