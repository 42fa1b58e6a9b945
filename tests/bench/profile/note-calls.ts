// Loaded first by api and workers (NODE_OPTIONS) when a run is profiled. The first SIGUSR2 begins, the second ends and leaves two files: where the
// time went (.cpuprofile) and what was said on the wires (.json).
import { AsyncLocalStorage } from 'node:async_hooks';
import { renameSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { Session } from 'node:inspector';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Noted } from './noted.ts';

const folder = process.env.BENCH_PROFILE_DIR;
const name = process.argv[process.argv.indexOf('--only') + 1];

const nothing = (): Noted => ({ database: { roundTrips: 0, writes: 0, bytesOut: 0, bytesIn: 0 }, requests: {} });
let noted = nothing();

type Asked = { roundTrips: number };
const asking = new AsyncLocalStorage<Asked>();

/** Whatever differs from one request to the next is left out of its name. */
const nameOf = ({ method = '', url = '' }: IncomingMessage): string =>
  `${method} ${url.split('?')[0]?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, ':id')}`;

const watchRequests = (): void => {
  const emit = Server.prototype.emit;
  const read = new WeakMap<Socket, number>();
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'request') return emit.call(this, event, ...args);
    const [request, response] = args as [IncomingMessage, ServerResponse];
    const asked: Asked = { roundTrips: 0 };
    response.once('close', () => {
      const line = noted.requests[nameOf(request)] ?? { count: 0, roundTrips: 0, bytesIn: 0 };
      noted.requests[nameOf(request)] = line;
      const { socket } = request;
      line.count += 1;
      line.roundTrips += asked.roundTrips;
      line.bytesIn += socket.bytesRead - (read.get(socket) ?? 0);
      read.set(socket, socket.bytesRead);
    });
    return asking.run(asked, () => emit.call(this, event, ...args));
  } as typeof emit;
};

/** A round trip is a wait: from the first thing written after an answer to the next answer. What is sent together is one. */
const watchSocket = (socket: Socket): void => {
  let waiting: { asked: Asked | undefined } | undefined;
  const wrote = (): void => {
    noted.database.writes += 1;
    waiting ??= { asked: asking.getStore() };
  };
  for (const method of ['_write', '_writev'] as const) {
    const original = socket[method] as ((...args: unknown[]) => void) | undefined;
    if (!original) continue;
    Object.assign(socket, {
      [method]: (...args: unknown[]) => {
        wrote();
        return original.apply(socket, args);
      },
    });
  }
  const emit = socket.emit;
  let sent = 0;
  socket.emit = ((event: string, ...args: unknown[]): boolean => {
    if (event === 'data') {
      noted.database.bytesIn += (args[0] as Buffer).length;
      noted.database.bytesOut += socket.bytesWritten - sent;
      sent = socket.bytesWritten;
      if (waiting) {
        noted.database.roundTrips += 1;
        if (waiting.asked) waiting.asked.roundTrips += 1;
        waiting = undefined;
      }
    }
    return emit.call(socket, event, ...args);
  }) as typeof emit;
};

const watchDatabase = (port: number): void => {
  const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
    const [first] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
    const to = typeof first === 'object' && first !== null ? (first as { port?: unknown }).port : first;
    if (Number(to) === port) watchSocket(this);
    return connect.apply(this, args);
  } as typeof Socket.prototype.connect;
};

const leave = (path: string, content: unknown): void => {
  writeFileSync(`${path}.draft`, JSON.stringify(content));
  renameSync(`${path}.draft`, path);
};

const toggleOnSignal = (into: string): void => {
  const session = new Session();
  session.connect();
  let running = false;
  process.on('SIGUSR2', () => {
    running = !running;
    if (running) {
      session.post('Profiler.enable');
      session.post('Profiler.setSamplingInterval', { interval: 500 });
      session.post('Profiler.start');
      noted = nothing();
      leave(join(into, `${name}.begun`), {});
      return;
    }
    const { database, requests } = noted;
    session.post('Profiler.stop', (fault, found) => {
      if (!fault) leave(join(into, `${name}.cpuprofile`), found.profile);
      leave(join(into, `${name}.json`), { database, requests } satisfies Noted);
    });
  });
};

if (folder && process.argv.includes('--only')) {
  watchRequests();
  watchDatabase(Number(new URL(process.env.DATABASE_URL ?? 'postgres://localhost').port));
  toggleOnSignal(folder);
}
