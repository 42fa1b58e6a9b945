/**
 * The composition root: every object is made here and handed on as an argument.
 * Without `--only` this is the starter: it brings up what no setting points elsewhere and keeps `api` and `workers` running.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { connect, ping } from '../db/connection.ts';
import { prepareDatabase } from '../db/prepare-database.ts';
import { startCollecting } from './authorities/index.ts';
import { notifyCases } from './cases/index.ts';
import { fillOffice } from './demo/index.ts';
import type { Deps } from './deps.ts';
import { runSupervised, SetUpFault } from './embedded/index.ts';
import { createCommands, createEngine, createTrial, isTransient, startWorkers } from './engine/index.ts';
import { startOutbox, startSending } from './engine/outbox/index.ts';
import { recordsHealth, startRecords } from './engine/records/index.ts';
import { createReleases, type DeployOutcome, deployProcesses } from './engine/releases/index.ts';
import { seedArticles } from './knowledge/index.ts';
import { startResending } from './letters/index.ts';
import { findLastCheck, isGuarded } from './platform/audit-checks-store.ts';
import { fileClock, systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { OfficeError } from './platform/errors.ts';
import { listen, unheard } from './platform/events.ts';
import { Down } from './platform/health.ts';
import { createAnswerOnce } from './platform/idempotency/answer-once.ts';
import { startKeepingAudit } from './platform/keep-audit.ts';
import { loadRoutes } from './platform/load-routes.ts';
import { createLog, type Logger } from './platform/log.ts';
import { watchRejections } from './platform/request-scope.ts';
import { createServer } from './platform/server.ts';
import { createSignIn } from './platform/sign-in/sign-in.ts';
import { webPage } from './portal/index.ts';
import { indexMissing } from './search/index.ts';
import { createIdentify, demoAccounts, seedStaff } from './staff/index.ts';
import { finishReleases } from './studio/index.ts';

const main = fileURLToPath(import.meta.url);
const servicesDir = join(main, '..');
const { version } = JSON.parse(readFileSync(join(servicesDir, '../package.json'), 'utf8')) as { version: string };

/** PostgreSQL: insufficient_privilege. */
const NOT_ALLOWED = '42501';

type Stop = () => Promise<void>;
/** `drain` takes nothing new and finishes what runs; `stop` ends the rest. */
type Running = { drain: Stop; stop: Stop };

/** As its owner where we know one, else as who we are: then there must be nothing left to do, or we own it ourselves. */
const bringUpToDate = async (config: Config, log: Logger): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await prepareDatabase({ ownerUrl: config.databaseOwnerUrl || config.databaseUrl, url: config.databaseUrl });
    } catch (error) {
      if ((error as { code?: string }).code === NOT_ALLOWED)
        throw new SetUpFault(
          'Die Datenbank ist nicht auf dem Stand dieser Fassung, und die Rolle aus DATABASE_URL darf sie nicht ändern. Setzen Sie DATABASE_OWNER_URL, oder rufen Sie einmal „--only migrate“ damit auf.',
        );
      if (!isTransient(error)) throw error;
      if (tries % 10 === 1) log.warn({ err: error }, 'the database does not answer, waiting for it');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
};

const makeDeps = async (config: Config, log: Logger, hear: typeof listen): Promise<{ deps: Deps; close: Stop }> => {
  await bringUpToDate(config, log);
  const db = connect(config.databaseUrl, config.databasePool);
  const engine = createEngine(config, log);
  // A pool of its own: releases are looked up in the middle of transactions, and ten of those would wait for an eleventh connection for ever.
  const releasesDb = connect(config.databaseUrl, 2);
  const releases = createReleases({ db: releasesDb, databaseUrl: config.databaseUrl, log });
  const events = hear(config.databaseUrl, log);
  const clock = config.clockFile ? fileClock(config.clockFile) : systemClock;
  const commands = createCommands();
  const deps: Deps = { config, log, clock, db, engine, commands, releases, trial: createTrial(config, log), events };
  const sending = await startSending(deps, { servicesDir });
  commands.sendAtOnce(sending.sender);
  const close = async (): Promise<void> => {
    await sending.stop();
    await deps.trial.close();
    await engine.close();
    await releases.stop();
    await releasesDb.destroy();
    await events.close();
    await db.destroy();
  };
  return { deps, close };
};

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

const runApi = async (config: Config, log: Logger): Promise<Running> => {
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

/** The start never waits longer for the demo's first cases. */
const DEMO_LIMIT_MS = 4_000;

/** The engine may go away in the middle of it; what has been deployed by then is found again. */
const release = async (deps: Deps, folder: string): Promise<DeployOutcome> => {
  for (;;) {
    await deps.engine.whenHealthy(new AbortController().signal);
    try {
      const outcome = await deployProcesses(deps, folder);
      // What two people decided before the last stop is in force before the first job is taken.
      await finishReleases(deps);
      return outcome;
    } catch (error) {
      if (!isTransient(error)) throw error;
      deps.log.warn({ err: error }, 'models cannot be released right now, trying again');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
};

const runWorkers = async (config: Config, log: Logger): Promise<Running> => {
  const { deps, close } = await makeDeps(config, log, unheard);
  // The endpoint is there before the engine's first record, and the last to go.
  const records = await startRecords(deps, { servicesDir, announceCases: notifyCases });
  const outcome = await release(deps, config.processesDir);
  log.info({ released: outcome.released.length, unchanged: outcome.unchanged }, 'models are released');
  const outbox = await startOutbox(deps, { servicesDir });
  const workers = await startWorkers(deps, { servicesDir });
  const answers = startCollecting(deps);
  const resending = startResending(deps);
  const indexing = new AbortController();
  const indexed = indexMissing(deps.db, indexing.signal).then(
    (count) => void (count > 0 && log.info({ count }, 'people are found by the keys of this version')),
    (error: unknown) => log.warn({ err: error }, 'the keys people are found by could not be made'),
  );
  const filling = config.demo && config.demoCases > 0 ? fillOffice(deps, config.demoCases) : undefined;
  await Promise.race([filling?.begun, new Promise((resolve) => setTimeout(resolve, DEMO_LIMIT_MS).unref())]);
  const audit = startKeepingAudit(deps);
  return {
    drain: async () => {
      indexing.abort();
      await indexed;
      await filling?.stop();
      await answers.stop();
      await resending.stop();
      await workers.stop();
      await outbox.stop();
    },
    stop: async () => {
      await records.stop();
      await audit.stop();
      await close();
    },
  };
};

/** A child serves until its parent says otherwise; one whose parent is gone ends by itself, in the same order. */
const serve = async (start: (config: Config, log: Logger) => Promise<Running>, config: Config, log: Logger): Promise<void> => {
  let running: Running | undefined;
  let drained: Promise<void> | undefined;
  const drain = (): Promise<void> => {
    drained ??= running?.drain() ?? Promise.resolve();
    return drained;
  };
  const end = async (): Promise<void> => {
    // Told to stop while still starting: nothing has been taken yet, so nothing needs to be finished.
    if (!running) process.exit(0);
    await drain().catch((error: unknown) => log.error({ err: error }, 'could not finish what was running'));
    await running.stop().catch((error: unknown) => log.error({ err: error }, 'could not stop in order'));
    process.exit(0);
  };
  process.on('message', (message: { type: string }) => {
    if (message.type === 'drain') void drain().then(() => process.send?.({ type: 'drained' }));
    if (message.type === 'stop') void end();
  });
  process.once('disconnect', () => void end());
  process.once('SIGTERM', () => void end());
  process.once('SIGINT', () => void end());
  running = await start(config, log);
  process.send?.({ type: 'ready', drains: true });
};

const startAll = async (config: Config, log: Logger): Promise<void> => {
  if (config.databaseUrl) await bringUpToDate(config, log);
  const aborting = new AbortController();
  const say = (line: string): void => console.log(line);
  const begun = performance.now();
  // One Ctrl-C may arrive twice: from the terminal and from npm. The second one must not end us half-way.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => aborting.abort(new SetUpFault('Abgebrochen.')));
  const lotse = await runSupervised({ config, accounts: demoAccounts, log, progress: say, main, signal: aborting.signal });
  const end = async (): Promise<void> => {
    say('Lotse wird beendet …');
    await lotse.stop();
    say('Alles ist gesichert und beendet.');
    process.exit(0);
  };
  aborting.signal.addEventListener('abort', () => void end(), { once: true });
  const seconds = Math.round((performance.now() - begun) / 1000);
  say(`\nLotse läuft nach ${seconds} s: ${config.publicUrl}`);
  if (lotse.embedded.env.DEMO) {
    const accounts = demoAccounts.map((each) => each.account).join(' ');
    say(`Demo-Konten (ein Klick meldet an): ${accounts}`);
    say(`Postausgang: ${lotse.embedded.urls.mails ?? ''}`);
    say('Token für die API: npm run -s token -- sb-sg4');
  }
  say('Beenden mit Strg-C.');
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const roles: Record<string, (config: Config, log: Logger) => Promise<Running>> = { api: runApi, workers: runWorkers };

try {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, name: values.only ?? 'starter' });
  watchRejections(log);
  if (values.only === undefined) await startAll(config, log);
  else if (values.only === 'migrate') await bringUpToDate(config, log);
  else {
    const role = roles[values.only];
    if (!role) throw new SetUpFault(`--only kennt ${Object.keys(roles).join(', ')} und migrate, nicht „${values.only}“.`);
    await serve(role, config, log);
  }
} catch (error) {
  const plain = error instanceof SetUpFault || error instanceof OfficeError;
  console.error(plain ? error.message : error);
  process.exit(1);
}
