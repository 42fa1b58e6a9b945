import pg from 'pg';
import type { Logger } from 'pino';

export type Session = {
  /** Runs one after the other on the connection of now; undefined while the database is away. */
  use: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T | undefined>;
  connected: () => boolean;
  close: () => Promise<void>;
};

type SessionOptions = {
  databaseUrl: string;
  name: string;
  log: Logger;
  /** Runs on every new connection before it is given to anybody: LISTEN, advisory locks. */
  onOpen?: (client: pg.Client) => Promise<void>;
  onNotification?: (channel: string, payload: string) => void;
};

/** One connection of our own beside the pool, for what belongs to a connection: LISTEN and session locks. Opened again when it is lost. */
export const openSession = ({ databaseUrl, name, log, onOpen, onNotification }: SessionOptions): Session => {
  let current: pg.Client | undefined;
  let pending: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const lost = (client: pg.Client): void => {
    if (client !== current && client !== pending) return;
    current = undefined;
    pending = undefined;
    client.end().catch(() => undefined);
    if (!closed) timer = setTimeout(() => void open(), 500);
  };

  const open = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: `lotse ${name}`,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    pending = client;
    client.on('error', () => lost(client));
    client.on('end', () => lost(client));
    client.on('notification', ({ channel, payload }) => onNotification?.(channel, payload ?? ''));
    try {
      await client.connect();
      await onOpen?.(client);
      if (pending === client) current = client;
    } catch (error) {
      log.warn({ err: error, session: name }, 'the database does not answer, trying again');
      lost(client);
    }
  };

  const opening = open();
  let last: Promise<unknown> = opening;
  return {
    connected: () => current !== undefined,
    use: (work) => {
      const turn = last.then(() => (current ? work(current) : undefined));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await opening;
      await last;
      await current?.end().catch(() => undefined);
    },
  };
};
