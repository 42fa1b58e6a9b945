import { connect } from '../db/connection.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import type { Deps } from './deps.ts';
import { createCommands, createEngine, createTrial } from './engine/index.ts';
import { startSending } from './engine/outbox/index.ts';
import { createReleases } from './engine/releases/index.ts';
import { fileClock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { listen } from './platform/events.ts';
import type { Logger } from './platform/log.ts';

/** Where routes, workers, commands and projections are found by their paths. */
export const servicesDir = import.meta.dirname;

export type Stop = () => Promise<void>;
/** `drain` takes nothing new and finishes what runs; `stop` ends the rest. */
export type Running = { drain: Stop; stop: Stop };

export const makeDeps = async (config: Config, log: Logger, hear: typeof listen): Promise<{ deps: Deps; close: Stop }> => {
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
