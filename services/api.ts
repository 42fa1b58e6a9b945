import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ping } from '../db/connection.ts';
import type { Deps } from './deps.ts';
import { recordsHealth } from './engine/records/index.ts';
import { seedArticles } from './knowledge/index.ts';
import { makeDeps, type Running, servicesDir } from './make-deps.ts';
import { findLastCheck, isGuarded } from './platform/audit-checks-store.ts';
import type { Config } from './platform/config.ts';
import { listen } from './platform/events.ts';
import { Down } from './platform/health.ts';
import { createAnswerOnce } from './platform/idempotency/answer-once.ts';
import { loadRoutes } from './platform/load-routes.ts';
import type { Logger } from './platform/log.ts';
import { createServer } from './platform/server.ts';
import { createSignIn } from './platform/sign-in/sign-in.ts';
import { webPage } from './portal/index.ts';
import { createIdentify, demoAccounts, seedStaff } from './staff/index.ts';

const { version } = JSON.parse(readFileSync(join(servicesDir, '../package.json'), 'utf8')) as { version: string };

/** What health says beside what is up and down; who runs Lotse reads more under /api/operations/audit. */
const warnOfAudit = async (db: Deps['db']): Promise<string[]> => {
  const [guarded, check] = await Promise.all([isGuarded(db), findLastCheck(db)]);
  return [
    ...(guarded
      ? []
      : ['Das Protokoll ist nicht geschützt: Lotse arbeitet mit der Rolle, der die Tabellen gehören (DATABASE_OWNER_URL fehlt).']),
    ...(check && check.fault !== null ? ['Das Protokoll ist nicht unverändert; „npm run audit“ sagt, was fehlt.'] : []),
  ];
};

/** Answers people and other systems. */
export const runApi = async (config: Config, log: Logger): Promise<Running> => {
  const { deps, close } = await makeDeps(config, log, listen);
  if (config.demo) await seedStaff(deps.db, demoAccounts);
  await seedArticles(deps);
  const server = createServer({
    deps,
    routes: await loadRoutes<Deps>(servicesDir),
    config,
    log,
    signIn: createSignIn({ config, db: deps.db, identify: createIdentify(deps.db) }),
    answerOnce: createAnswerOnce(deps.db),
    unknownAddress: webPage,
    health: {
      engine: async () => {
        const { ok, reason } = deps.engine.health();
        if (!ok) throw new Down(reason);
        // An engine that knows no process of ours yet takes no case: the first release is all or nothing.
        if ((await deps.releases.list({ kind: 'bpmn' })).length === 0) throw new Error('Die Prozesse werden noch freigegeben.');
      },
      database: () => ping(deps.db),
      records: async () => {
        const { ok, reason } = await recordsHealth(deps.db);
        if (!ok) throw new Down(reason);
      },
    },
    warnings: () => warnOfAudit(deps.db),
    version,
  });
  await server.start();
  return { drain: () => server.stop({ timeout: 5_000 }), stop: close };
};
