import type { Logger } from 'pino';
import type { Database, Transaction } from '../../db/connection.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { EventSource } from '../platform/events.ts';
import type { Commands } from './commands.ts';
import type { Engine } from './engine.ts';
import type { Releases } from './releases.ts';
import type { Trial } from './trial/trial.ts';

/** What every route, worker, projection and command is given. Made once, in services/main.ts. */
export type Deps = {
  config: Config;
  log: Logger;
  clock: Clock;
  db: Database;
  engine: Engine;
  commands: Commands;
  releases: Releases;
  trial: Trial;
  events: EventSource;
};

export type Variables = Record<string, unknown>;
export type { Database, Transaction };
