// A process of its own that releases, or takes back, with the real functions on the running Lotse's engine and database, and kills itself at one
// step. A step is the moment before a statement or a call of the engine, and after one that has an effect for others.
import { writeSync } from 'node:fs';
import { connect, type Database, type Transaction } from '../../db/connection.ts';
import { createEngine, type Engine } from '../../services/engine/index.ts';
import { releaseFiles, rollBack } from '../../services/engine/releases/index.ts';
import { createLog } from '../../services/platform/log.ts';

export type Order = {
  databaseUrl: string;
  zeebeAddress: string;
  /** From 1; 0 runs to the end. */
  killAt: number;
  release?: Parameters<typeof releaseFiles>[1];
  rollBack?: Parameters<typeof rollBack>[1];
};

const order = JSON.parse(process.env.RELEASE_ORDER ?? '') as Order;
let steps = 0;

const step = (name: string): void => {
  steps += 1;
  writeSync(1, `step ${name}\n`);
  if (steps === order.killAt) process.kill(process.pid, 'SIGKILL');
};

const watched = (engine: Engine): Engine => ({
  ...engine,
  deploy: async (resource) => {
    step(`before deploy ${resource.name}`);
    const answer = await engine.deploy(resource);
    step(`after deploy ${resource.name}`);
    return answer;
  },
  deployTogether: async (processes) => {
    step('before deploy together');
    const answer = await engine.deployTogether(processes);
    step('after deploy together');
    return answer;
  },
  evaluateDecision: (decisionId, variables) => {
    step(`before evaluate ${decisionId.replace(/--.*/, '')}`);
    return engine.evaluateDecision(decisionId, variables);
  },
});

const watchedDatabase = (db: Database): Database => {
  const nameOf = (sql: string): string => sql.replace(/\s+/g, ' ').slice(0, 60);
  // Told before a statement is sent.
  db.on('query', ({ sql }: { sql: string }) => step(`before ${nameOf(sql)}`));
  const transaction = async <T>(work: (trx: Transaction) => Promise<T>): Promise<T> => {
    const value = await db.transaction(work);
    step('after COMMIT;');
    return value;
  };
  return new Proxy(db, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name)) });
};

const log = createLog({ level: 'silent', name: 'release-child' });
const engine = createEngine({ zeebeAddress: order.zeebeAddress, workerPollMs: 1_000 }, log);
const db = watchedDatabase(connect(order.databaseUrl, 1));
const deps = { db, engine: watched(engine), log };
await engine.whenHealthy(AbortSignal.timeout(60_000));
const outcome = order.release ? await releaseFiles(deps, order.release) : order.rollBack && (await rollBack(deps, order.rollBack));
writeSync(1, `done ${JSON.stringify(outcome)}\n`);
// zeebe-node's timers would hold the process for half a minute.
process.exit(0);
