import type { Transaction } from '../../db/connection.ts';
import { openSession } from '../../db/session.ts';
import { tell, tellAll } from '../../db/tell.ts';
import type { Logger } from './log.ts';

/** "Read this again." Holds ids and codes only: the view is the truth, and what a person may not see is not sent to them. */
export type Event = {
  kind: 'case' | 'task' | 'models' | 'operations';
  caseId?: string;
  taskId?: string;
  section?: string;
  /** Belongs to a security case. */
  hidden?: boolean;
  /** Candidate groups of the task. */
  groups?: string[];
  /** Whom it concerns personally: an assignee, or the applicant who opened the case. */
  account?: string;
};

/** Events may have been missed (the connection was gone): read everything again. */
export type Resync = { kind: 'resync' };

export type EventSource = {
  subscribe(fn: (event: Event | Resync) => void): () => void;
  close(): Promise<void>;
};

export const eventsChannel = 'lotse_events';

/** Told to all processes when, and only if, the transaction commits. */
export const notify = (trx: Transaction, event: Event): Promise<void> => tell(trx, eventsChannel, JSON.stringify(event));

export const notifyAll = (trx: Transaction, events: readonly Event[]): Promise<void> =>
  tellAll(
    trx,
    eventsChannel,
    events.map((event) => JSON.stringify(event)),
  );

/** For a process nobody reads events from: each that is told to it would wake it for nothing. */
export const unheard = (): EventSource => ({ subscribe: () => () => undefined, close: async () => undefined });

/**
 * Listens on one connection of its own and opens a new one when it is lost. Returns at once; each time events begin to flow,
 * the subscribers get a `resync`, because they may have missed some.
 */
export const listen = (databaseUrl: string, log: Logger): EventSource => {
  const subscribers = new Set<(event: Event | Resync) => void>();
  const tellAll = (event: Event | Resync): void => {
    for (const subscriber of subscribers) {
      try {
        subscriber(event);
      } catch (error) {
        log.error({ err: error }, 'a subscriber of events failed');
      }
    }
  };
  const session = openSession({
    databaseUrl,
    name: 'events',
    log,
    onOpen: async (client) => {
      await client.query(`listen ${eventsChannel}`);
      tellAll({ kind: 'resync' });
    },
    onNotification: (_channel, payload) => {
      if (payload) tellAll(JSON.parse(payload) as Event);
    },
  });
  return {
    subscribe(fn) {
      subscribers.add(fn);
      return () => subscribers.delete(fn);
    },
    async close() {
      subscribers.clear();
      await session.close();
    },
  };
};
