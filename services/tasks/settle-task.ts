import type { Deps } from '../deps.ts';
import type { Reader } from '../engine/contracts.ts';
import { nowOf } from '../platform/clock.ts';
import { eventsChannel } from '../platform/events.ts';
import { endTaskOfJob } from './store.ts';

/** The engine's last word on a job: done, or withdrawn. What a person had entered into a withdrawn task stays with it. */
export const settleTask = (db: Reader, deps: Pick<Deps, 'clock'>, jobKey: string, status: 'erledigt' | 'entfallen'): Promise<void> =>
  endTaskOfJob(db, { jobKey, status, at: nowOf(deps), channel: eventsChannel });
