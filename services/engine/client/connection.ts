import { connect } from 'node:net';
import type { Logger } from 'pino';
import { ZBClient } from 'zeebe-node';
import type { Health } from '../engine.ts';
import { EngineUnavailable } from '../errors.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { translate } from './grpc-errors.ts';
import { createWatchdog, type Topology } from './watchdog.ts';

export type Connection = {
  /** The client of now; the watchdog may replace it at any time, so don't keep it. */
  client: () => ZBClient;
  /** The road jobs come on; replaced together with the client. */
  gateway: () => Gateway;
  /** One try with a deadline. Errors are those of errors.ts. */
  call: <T>(name: string, run: (client: ZBClient) => Promise<T>, deadlineMs?: number) => Promise<T>;
  health: () => Health;
  /** As the last answer said; 0 before the first. */
  partitions: () => number;
  whenHealthy: (signal: AbortSignal) => Promise<void>;
  /** Look at the engine's health now. */
  check: () => void;
  /** Called with every new client, and when health changes. */
  subscribe: (listener: Listener) => () => void;
  close: () => Promise<void>;
};

type Listener = { onReplaced?: () => void; onHealth?: (health: Health) => void };

const silent = { info: () => undefined, error: () => undefined, debug: () => undefined };

const within = async <T>(name: string, work: Promise<T>, deadlineMs: number): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new EngineUnavailable(`${name}: keine Antwort innerhalb von ${deadlineMs} ms, der Ausgang ist unbekannt`)),
    deadlineMs,
  );
  // A call that loses the race must not end the process when it fails later.
  work.catch(() => undefined);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};

const listens = (address: string): Promise<boolean> => {
  const at = address.lastIndexOf(':');
  const socket = connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)), timeout: 1_000 });
  return new Promise((resolve) => {
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => done(true))
      .once('timeout', () => done(false))
      .once('error', () => done(false));
  });
};

/** zeebe-node retries for ever and without deadlines if left alone; here everything is tried once, in time, and the caller decides. */
export const openConnection = (address: string, log: Logger): Connection => {
  const listeners = new Set<Listener>();
  const open = (): ZBClient => new ZBClient(address, { retry: false, loglevel: 'ERROR', stdout: silent, eagerConnection: false });
  let client = open();
  let gateway = openGateway(address);
  let closed = false;

  const call: Connection['call'] = async (name, run, deadlineMs = 10_000) => {
    if (closed) throw new EngineUnavailable(`${name}: die Verbindung zur Prozess-Engine ist geschlossen`);
    try {
      // Started in a microtask, so that a synchronous throw of zeebe-node's own checks is caught as well.
      return await within(
        name,
        Promise.resolve().then(() => run(client)),
        deadlineMs,
      );
    } catch (error) {
      if (error instanceof EngineUnavailable) throw error;
      throw translate(name, error);
    }
  };

  let partitions = 0;
  const watchdog = createWatchdog({
    ask: async () => {
      // Commands and jobs have a connection each, and either may fall silent.
      const [topology] = await Promise.all([
        call('topology', (each) => each.topology() as unknown as Promise<Topology>, 3_000),
        call('topology', () => gateway.topology(3_000), 3_000),
      ]);
      partitions = topology.partitionsCount;
      return topology;
    },
    reachable: () => listens(address),
    replace: () => {
      const old = client;
      gateway.close();
      client = open();
      gateway = openGateway(address);
      log.warn({ address }, 'engine: connection replaced');
      for (const listener of listeners) listener.onReplaced?.();
      void old.close(1).catch(() => undefined);
    },
    onChange: (health) => {
      if (health.ok) log.info({ address }, 'engine: answers');
      else log.warn({ address, reason: health.reason }, 'engine: down');
      for (const listener of listeners) listener.onHealth?.(health);
    },
  });

  const whenHealthy = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (watchdog.health().ok) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const abort = (): void => reject(signal.reason);
    const leave = subscribe({ onHealth: (health) => health.ok && resolve() });
    signal.addEventListener('abort', abort, { once: true });
    void watchdog.check();
    await promise.finally(() => {
      leave();
      signal.removeEventListener('abort', abort);
    });
  };

  const subscribe = (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    client: () => client,
    gateway: () => gateway,
    call,
    health: watchdog.health,
    partitions: () => partitions,
    whenHealthy,
    check: () => void watchdog.check(),
    subscribe,
    close: async () => {
      closed = true;
      await watchdog.stop();
      listeners.clear();
      gateway.close();
      await client.close(1).catch(() => undefined);
    },
  };
};
