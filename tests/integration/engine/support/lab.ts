import { connect as connectTcp, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Deps } from '../../../../services/deps.ts';
import { createCommands, createEngine, createTrial } from '../../../../services/engine/index.ts';
import { createReleases } from '../../../../services/engine/releases/index.ts';
import { systemClock } from '../../../../services/platform/clock.ts';
import { readConfig } from '../../../../services/platform/config.ts';
import { createLog } from '../../../../services/platform/log.ts';
import { cloneDatabase } from '../../../support/database.ts';

/** Workers, commands and projections of these tests; job types of their own, because the engine is shared by all files here. */
export const servicesDir = fileURLToPath(new URL('../fixtures/services', import.meta.url));

export const zeebeAddress = (): string => {
  const address = process.env.TEST_ZEEBE_ADDRESS;
  if (!address) throw new Error('TEST_ZEEBE_ADDRESS is not set: these tests need a Zeebe of their own');
  return address;
};

/** Everything a part of services/engine is given, on a fresh database and the tests' Zeebe. */
export const openLab = async (settings: { zeebeAddress?: string } = {}) => {
  const database = await cloneDatabase();
  const config = readConfig({
    DATABASE_URL: database.url,
    ZEEBE_ADDRESS: settings.zeebeAddress ?? zeebeAddress(),
    TRIAL_JAVA: process.env.TRIAL_JAVA,
    TRIAL_CLASSES: process.env.TRIAL_CLASSES,
    RECORDS_PORT: process.env.TEST_RECORDS_PORT,
    RECORDS_USER: process.env.TEST_RECORDS_USER,
    RECORDS_PASSWORD: process.env.TEST_RECORDS_PASSWORD,
  });
  const log = createLog({ level: process.env.TEST_LOG ?? 'silent', name: 'lab' });
  const engine = createEngine(config, log);
  const releases = createReleases({ db: database.db, databaseUrl: database.url, log });
  const trial = createTrial(config, log);
  const events = { subscribe: () => () => undefined, close: async () => undefined };
  const deps: Deps = { config, log, clock: systemClock, db: database.db, engine, commands: createCommands(), releases, trial, events };
  return {
    deps,
    asAdmin: database.asAdmin,
    /** Tables the tests' own projections and commands write, as migrations would make them. */
    makeTables: () =>
      database.asAdmin((admin) =>
        admin.raw(`create table lab_jobs (job_key text, intent text, case_id uuid, position bigint);
          create table lab_effects (job_key text);
          grant all on lab_jobs, lab_effects to public`),
      ),
    close: async (): Promise<void> => {
      await trial.close();
      await engine.close();
      await releases.stop();
      await database.drop();
    },
  };
};

export type Lab = Awaited<ReturnType<typeof openLab>>;

/** Waits for what must become true; its value is the answer. */
export const eventually = async <T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  limitMs = 20_000,
): Promise<T> => {
  const end = performance.now() + limitMs;
  for (;;) {
    const value = await look();
    if (value) return value;
    if (performance.now() > end) throw new Error(`waited ${limitMs} ms in vain for: ${what}`);
    await pause(25);
  }
};

/** A TCP road to the engine that can be cut, or go silent as a firewall does: nothing passes, nothing is closed. */
export const openProxy = async (target: string) => {
  const at = target.lastIndexOf(':');
  const pairs = new Set<[Socket, Socket]>();
  const accept = (near: Socket): void => {
    const far = connectTcp(Number(target.slice(at + 1)), target.slice(0, at));
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    near.pipe(far);
    far.pipe(near);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
  };
  let server: Server | undefined;
  let port = 0;
  const open = async (): Promise<void> => {
    const fresh = createServer(accept);
    await new Promise<void>((resolve) => fresh.listen(port, '127.0.0.1', resolve));
    port = (fresh.address() as { port: number }).port;
    server = fresh;
  };
  const cut = async (): Promise<void> => {
    const old = server;
    server = undefined;
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
    await new Promise<void>((resolve) => (old ? old.close(() => resolve()) : resolve()));
  };
  await open();
  return {
    address: `127.0.0.1:${port}`,
    open,
    cut,
    /** Connections of now fall silent for ever; new ones work. */
    silence: (): void => {
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.pause();
        far.pause();
      }
    },
  };
};
