import type { Database } from '../db/connection.ts';
import type { Commands, Engine, Trial } from './engine/index.ts';
import type { Releases } from './engine/releases/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { EventSource } from './platform/events.ts';
import type { Logger } from './platform/log.ts';

/** What every route, worker, projection and command is given. Made once a process, in services/make-deps.ts. */
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
