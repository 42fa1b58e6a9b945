import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { connect } from '../../db/connection.ts';
import type { Deps } from '../deps.ts';
import { reachDatabase } from '../embedded/index.ts';
import { createCommands } from '../engine/index.ts';
import { rebuildReadModel } from '../engine/records/index.ts';
import { createReleases } from '../engine/releases/index.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { runPlainly } from './run-plainly.ts';

/**
 * `npm run rebuild`: makes the read model anew from the engine's stored records. Beside a running Lotse with the same DATA_DIR (or
 * DATABASE_URL) its applier waits until this is done, and people see the old rows until then; of a stopped one the database is started meanwhile.
 */
const servicesDir = fileURLToPath(new URL('..', import.meta.url));

/** A rebuild repeats what the log says and has no effects outside the tables. */
const untouched = <T extends object>(name: string): T =>
  new Proxy({} as T, {
    get: () => {
      throw new Error(`A projection that can be rebuilt must not use deps.${name}.`);
    },
  });

const overall = (hashes: Record<string, string>): string =>
  createHash('sha256').update(Object.entries(hashes).flat().join('\n')).digest('hex');

const run = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = createLog({ level: 'warn', name: 'rebuild' });
  const { url, release } = await reachDatabase(config);
  const db = connect(url, 2);
  const releasesDb = connect(url, 2);
  const releases = createReleases({ db: releasesDb, databaseUrl: url, log });
  try {
    const deps: Deps = {
      config,
      log,
      clock: systemClock,
      db,
      engine: untouched<Deps['engine']>('engine'),
      commands: createCommands(),
      trial: untouched<Deps['trial']>('trial'),
      releases,
      events: untouched<Deps['events']>('events'),
    };
    const { before, after } = await rebuildReadModel(deps, servicesDir);
    for (const [table, hash] of Object.entries(after)) console.log(`${table.padEnd(20)} ${hash}`);
    console.log(`${'Gesamt'.padEnd(20)} ${overall(after)}`);
    const changed = Object.keys(after).filter((table) => before[table] !== after[table]);
    console.log(changed.length === 0 ? 'Nichts hat sich geändert.' : `Berichtigt: ${changed.join(', ')}`);
  } finally {
    await releases.stop();
    await releasesDb.destroy();
    await db.destroy();
    await release();
  }
};

await runPlainly(run);
