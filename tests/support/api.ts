import { readFileSync } from 'node:fs';
import type Hapi from '@hapi/hapi';
import type { Database } from '../../db/connection.ts';
import type { Deps } from '../../services/deps.ts';
import { createCommands, createTrial, type Engine } from '../../services/engine/index.ts';
import { createReleases } from '../../services/engine/releases/index.ts';
import { hashText } from '../../services/engine/releases/model-files.ts';
import { saveModelFiles, setRepositoryHash } from '../../services/engine/releases/model-store.ts';
import { readFolder, readParts } from '../../services/engine/releases/read-bundle.ts';
import { resolveBundle } from '../../services/engine/releases/resolve-bundle.ts';
import { insertRelease } from '../../services/engine/releases/store.ts';
import { fixedClock } from '../../services/platform/clock.ts';
import { readConfig } from '../../services/platform/config.ts';
import { listen } from '../../services/platform/events.ts';
import { createAnswerOnce } from '../../services/platform/idempotency/answer-once.ts';
import { loadRoutes } from '../../services/platform/load-routes.ts';
import { createLog } from '../../services/platform/log.ts';
import { createServer } from '../../services/platform/server.ts';
import { createSignIn } from '../../services/platform/sign-in/sign-in.ts';
import { createIdentify, demoAccounts, findDemoAccount, seedStaff } from '../../services/staff/index.ts';
import { type Clone, cloneDatabase } from './database.ts';
import { startTokenIssuer } from './token-issuer.ts';

const servicesDir = new URL('../../services/', import.meta.url).pathname;
const processesDir = new URL('../../processes/', import.meta.url).pathname;

// biome-ignore lint/suspicious/noExplicitAny: a test reads the fields it expects, and fails when they are not there
export type Reply = { status: number; body: any; text: string; headers: Record<string, string> };
export type Sending = { method: string; url: string; payload?: unknown; headers?: Record<string, string> };

export type Caller = {
  get(url: string): Promise<Reply>;
  post(url: string, payload?: unknown): Promise<Reply>;
  put(url: string, payload?: unknown): Promise<Reply>;
  send(sending: Sending): Promise<Reply>;
};

export type Api = {
  deps: Deps;
  db: Database;
  asAdmin: Clone['asAdmin'];
  server: Hapi.Server;
  /** Everything that was logged, as it would stand in the file. */
  log: string[];
  as(account: string): Caller;
  /** Sends as nobody. */
  send(sending: Sending): Promise<Reply>;
  token(account: string): Promise<string>;
  /** The office's clock stands still; this sets it. */
  setClock(instant: string): void;
  stop(): Promise<void>;
};

/** Integration tests have no engine: commands stay in the outbox, where a test looks at them. Whoever calls the engine directly fails. */
const noEngine = new Proxy({} as Engine, {
  get: (_target, name) => {
    if (name === 'health') return () => ({ ok: true, reason: '' });
    throw new Error(`a request called the engine (${String(name)}); no request may wait for it`);
  },
});

/** The models as they would be released, so that forms, names and documentation are the real ones. */
const storeReleases = async (db: Database): Promise<void> => {
  const { files, findings } = await readFolder(processesDir);
  const { parts } = readParts(files);
  await db.transaction(async (trx) => {
    await saveModelFiles(trx, files, 'Lotse');
    for (const { path, content } of files) await setRepositoryHash(trx, path, hashText(content));
    for (const [index, part] of resolveBundle(parts, findings).entries()) {
      const { plainId, kind, engineId, decisionIds, hash, content, deployedContent, file } = part;
      const release = { plainId, kind, engineId, decisionIds, hash, content, deployedContent };
      await insertRelease(trx, { ...release, resourceName: file, definitionKey: String(index + 1), vectorsHash: '', releasedBy: 'Lotse' });
    }
  });
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The HTTP server as services/api.ts builds it, with a real database, real routes, real models and tokens of an issuer of our own. */
export const openApi = async ({
  demo = true,
  clock: at = '2026-06-08T08:00:00Z',
  env = {} as Record<string, string>,
} = {}): Promise<Api> => {
  const [{ db, url, asAdmin, drop }, issuer] = await Promise.all([cloneDatabase(), startTokenIssuer()]);
  await Promise.all([storeReleases(db), seedStaff(db, demoAccounts)]);
  const lines: string[] = [];
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: url,
    OIDC_ISSUER: issuer.url,
    PUBLIC_URL: 'http://localhost:3000',
    DEMO: String(demo),
    TRIAL_JAVA: process.env.TRIAL_JAVA,
    TRIAL_CLASSES: process.env.TRIAL_CLASSES,
    ...env,
  });
  const log = createLog({ level: 'debug', name: 'api' }, { write: (line) => void lines.push(line) });
  const state = { clock: fixedClock(at) };
  const events = listen(url, log);
  const releases = createReleases({ db, databaseUrl: url, log });
  const trial = createTrial(config, log);
  const deps: Deps = {
    config,
    log,
    clock: { now: () => state.clock.now(), today: () => state.clock.today() },
    db,
    engine: noEngine,
    commands: createCommands(),
    trial,
    releases,
    events,
  };
  const server = createServer({
    deps,
    routes: await loadRoutes<Deps>(servicesDir),
    config,
    log,
    signIn: createSignIn({ config, db, identify: createIdentify(db) }),
    answerOnce: createAnswerOnce(db),
    health: { engine: async () => undefined, database: () => db.raw('select 1'), records: async () => undefined },
    version: (JSON.parse(readFileSync(`${servicesDir}../package.json`, 'utf8')) as { version: string }).version,
  });
  await server.initialize();

  const tokens = new Map<string, Promise<string>>();
  const token = (account: string): Promise<string> => {
    const found = findDemoAccount(account);
    const known = tokens.get(account) ?? issuer.sign({ sub: account, name: found?.name ?? account, groups: [...(found?.groups ?? [])] });
    tokens.set(account, known);
    return known;
  };
  const send = async ({ method, url: path, payload, headers = {} }: Sending): Promise<Reply> => {
    const raw = typeof payload === 'string' || Buffer.isBuffer(payload);
    const answer = await server.inject({
      method,
      url: path,
      headers: { ...(payload === undefined || raw ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(payload === undefined ? {} : { payload: raw ? (payload as string | Buffer) : JSON.stringify(payload) }),
    });
    // Two answers are compared whole, and no second may fall between them.
    const { date: _second, ...own } = answer.headers as Record<string, string>;
    return { status: answer.statusCode, body: parse(answer.payload), text: answer.payload, headers: own };
  };
  const as = (account: string): Caller => {
    const sendAs = async (sending: Sending): Promise<Reply> =>
      send({ ...sending, headers: { authorization: `Bearer ${await token(account)}`, ...sending.headers } });
    return {
      get: (path) => sendAs({ method: 'GET', url: path }),
      post: (path, payload) => sendAs({ method: 'POST', url: path, payload }),
      put: (path, payload) => sendAs({ method: 'PUT', url: path, payload }),
      send: sendAs,
    };
  };
  return {
    deps,
    db,
    asAdmin,
    server,
    log: lines,
    as,
    send,
    token,
    setClock: (instant) => {
      state.clock = fixedClock(instant);
    },
    stop: async () => {
      await server.stop({ timeout: 1000 });
      await trial.close();
      await releases.stop();
      await events.close();
      await drop();
      await issuer.stop();
    },
  };
};
