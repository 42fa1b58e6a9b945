import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/log.ts';
import { readOffset } from './clock-file.ts';
import { prepareDataFolder } from './data-folder.ts';
import { startIdentity } from './identity.ts';
import { findJava } from './java.ts';
import { type KeepUp, keepUp } from './keep-up.ts';
import { moveClock } from './move-clock.ts';
import { openOfficeDatabase } from './office-database.ts';
import { isPostgresUp, startPostgres, stopPostgres } from './postgres.ts';
import { readSecrets } from './secrets.ts';
import { type Progress, SetUpFault } from './set-up-fault.ts';
import type { DemoAccount } from './sign-in-page.ts';
import { prepareTrial } from './trial-program.ts';
import { isZeebeUp, startZeebe, stopZeebe } from './zeebe.ts';
import { fetchZeebe } from './zeebe-distribution.ts';

export type EmbeddedOptions = { config: Config; accounts: readonly DemoAccount[]; log: Logger; progress: Progress; signal?: AbortSignal };

export type Embedded = {
  /** Settings for the children that say where everything is. */
  env: Record<string, string>;
  urls: { mails?: string; issuer?: string; management?: string };
  pids(): { zeebe?: number; postgres?: number };
  moveClock(offsetMs: number): Promise<void>;
  /** Before `stop`, while the record endpoint still takes what Zeebe has left to say. */
  stopEngine(): Promise<void>;
  stop(): Promise<void>;
};

type Part = { env: Record<string, string>; stop: () => Promise<void>; pid?: () => number };

/** A part that keeps running when we are killed, and comes back when it is killed. */
const lookAfter = async (options: {
  name: string;
  start: () => Promise<{ pid: number }>;
  isUp: () => boolean;
  halt: () => Promise<void>;
  config: Config;
  log: Logger;
}): Promise<{ pid: () => number; stop: () => Promise<void> }> => {
  let { pid } = await options.start();
  const watch: KeepUp = keepUp({
    name: options.name,
    isUp: options.isUp,
    restartMs: options.config.embeddedRestartMs,
    log: options.log,
    start: async () => {
      ({ pid } = await options.start());
    },
  });
  return {
    pid: () => pid,
    stop: async () => {
      await watch.stop();
      await options.halt();
    },
  };
};

const bringUpPostgres = async ({ config, log, progress }: EmbeddedOptions, dataDir: string): Promise<Part> => {
  const folder = join(dataDir, 'postgres');
  const secrets = readSecrets(dataDir);
  const password = secrets.databasePassword;
  const start = () => startPostgres({ folder, port: config.embeddedDatabasePort, password });
  let url = '';
  const part = await lookAfter({
    name: 'postgres',
    start: async () => {
      const postgres = await start();
      // What comes back after a crash has its roles and its schema.
      url ||= (await openOfficeDatabase(postgres, secrets)).url;
      return postgres;
    },
    isUp: () => isPostgresUp(folder),
    halt: () => stopPostgres(folder),
    config,
    log,
  });
  progress('PostgreSQL läuft.');
  return { env: { DATABASE_URL: url }, ...part };
};

const bringUpZeebe = async (
  { config, log, progress, signal }: EmbeddedOptions,
  dataDir: string,
): Promise<Part & { managementUrl: string }> => {
  const folder = join(dataDir, 'zeebe');
  const clockFile = join(dataDir, 'clock.json');
  const password = config.recordsPassword || readSecrets(dataDir).recordsPassword;
  const javaHome = await findJava(progress);
  const home = await fetchZeebe(javaHome, progress, signal);
  signal?.throwIfAborted();
  progress('Zeebe startet …');
  const trial = prepareTrial({ javaHome, zeebeHome: home }, progress);
  let managementUrl = '';
  const part = await lookAfter({
    name: 'zeebe',
    start: async () => {
      const zeebe = await startZeebe({
        folder,
        home,
        javaHome,
        ports: { gateway: config.embeddedZeebePort, rest: config.embeddedZeebeRestPort, management: config.embeddedZeebeManagementPort },
        records: { url: `http://127.0.0.1:${config.recordsPort}`, user: config.recordsUser, password },
        offsetMs: () => readOffset(clockFile),
      });
      ({ managementUrl } = zeebe);
      return zeebe;
    },
    isUp: () => isZeebeUp(folder),
    halt: () => stopZeebe(folder),
    config,
    log,
  });
  progress('Zeebe läuft.');
  const env = {
    ZEEBE_ADDRESS: `127.0.0.1:${config.embeddedZeebePort}`,
    ZEEBE_MANAGEMENT_URL: managementUrl,
    RECORDS_USER: config.recordsUser,
    RECORDS_PASSWORD: password,
    CLOCK_FILE: clockFile,
    ...(await trial),
  };
  return { env, managementUrl, ...part };
};

/**
 * Brings up what no setting points elsewhere: database, engine, sign-in, mail. Whatever is left running from before is taken over.
 * When it throws, database and engine may be running: stopDetached (leftovers.ts) ends them.
 */
export const startEmbedded = async (given: EmbeddedOptions): Promise<Embedded> => {
  const { config, accounts, progress } = given;
  // When one part cannot start, the others are given up at once: nobody waits for a download to read that a port is taken.
  const failing = new AbortController();
  const options = { ...given, signal: given.signal ? AbortSignal.any([given.signal, failing.signal]) : failing.signal };
  const dataDir = prepareDataFolder(config.dataDir);
  const { cookieKey } = readSecrets(dataDir);

  // Loaded here, because every process imports this folder and only the starter catches mail; and before the parts begin, so
  // that the failure of one is always waited for.
  const { startMailCatcher } = await import('./mail-catcher.ts');
  const postgres = config.databaseUrl ? undefined : bringUpPostgres(options, dataDir);
  const zeebe = config.zeebeAddress ? undefined : bringUpZeebe(options, dataDir);
  const identity = config.oidcIssuer
    ? undefined
    : startIdentity({ dataDir, port: config.embeddedOidcPort, cookieKey, accounts, publicUrl: config.publicUrl }).then((part) => ({
        ...part,
        env: { OIDC_ISSUER: part.issuer },
      }));
  const mail = config.smtpUrl
    ? undefined
    : startMailCatcher({ dataDir, smtpPort: config.embeddedSmtpPort, listPort: config.embeddedMailPort }).then((part) => ({
        ...part,
        env: { SMTP_URL: part.smtpUrl },
      }));

  const [database, engine, signIn, mails] = await Promise.all([postgres, zeebe, identity, mail]).catch((error: unknown) => {
    failing.abort(error);
    throw error;
  });
  if (signIn) progress('Anmeldung und Postausgang laufen.');

  return {
    env: {
      ...database?.env,
      // The schema is up to date by now; the children never hold what could change it.
      DATABASE_OWNER_URL: '',
      ...engine?.env,
      ...signIn?.env,
      ...mails?.env,
      ...(engine && signIn ? { DEMO: 'true' } : {}),
    },
    urls: {
      ...(mails ? { mails: mails.listUrl } : {}),
      ...(signIn ? { issuer: signIn.issuer } : {}),
      ...(engine ? { management: engine.managementUrl } : {}),
    },
    pids: () => ({ ...(engine?.pid ? { zeebe: engine.pid() } : {}), ...(database?.pid ? { postgres: database.pid() } : {}) }),
    moveClock: async (offsetMs) => {
      if (!engine) throw new SetUpFault('Die Uhr lässt sich nur mit der mitgelieferten Engine stellen.');
      await moveClock({ clockFile: join(dataDir, 'clock.json'), managementUrl: engine.managementUrl, offsetMs });
    },
    stopEngine: async () => engine?.stop(),
    stop: async () => {
      await Promise.all([engine?.stop(), signIn?.stop(), mails?.stop()]);
      await database?.stop();
    },
  };
};
