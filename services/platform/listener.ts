import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { rawFailure } from './raw-answer.ts';
import { inScope } from './request-scope.ts';

/** How often Node looks for requests that take too long, ms: what the limits may be exceeded by. */
const checkEveryMs = 1_000;

export type ListenerLimits = {
  /** Until the last header has come. */
  requestHeaderSeconds: number;
  /** Until the last byte of the body has come. */
  requestSeconds: number;
};

const statuses: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

type Running = { request: IncomingMessage; response: ServerResponse };

/**
 * The HTTP server below the framework: it ends what comes too slowly, answers what is no HTTP, and keeps each request's work together
 * (`request-scope.ts`).
 */
class Listener extends Server {
  readonly #running = new WeakMap<Duplex, Running[]>();

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    const pass = (): boolean => super.emit(event as 'request', ...(args as [IncomingMessage, ServerResponse]));
    if (event !== 'request' && event !== 'checkContinue') return pass();
    const [request, response] = args as [IncomingMessage, ServerResponse];
    this.#note(request, response);
    return inScope({ request, response }, pass);
  }

  #note(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const running = this.#running.get(socket) ?? [];
    this.#running.set(socket, [...running, { request, response }]);
    response.once('close', () => {
      const left = this.#running.get(socket)?.filter((each) => each.response !== response) ?? [];
      this.#running.set(socket, left);
    });
  }

  /**
   * Node reads nothing more from this connection. A request that came whole is answered by whoever handles it; then the connection
   * ends. One that will never come whole is answered here, unless an answer to an earlier one is on its way.
   */
  endBroken(error: Error & { code?: string }, socket: Duplex): void {
    const running = this.#running.get(socket) ?? [];
    const newest = running.at(-1);
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else if (newest?.request.complete) newest.response.once('close', () => socket.destroy());
    else if (running.length > 1 || newest?.response.headersSent) socket.destroy();
    else {
      socket.end(rawFailure(statuses[error.code ?? ''] ?? 400));
      socket.once('finish', () => socket.destroy());
    }
  }
}

export const createListener = ({ requestHeaderSeconds, requestSeconds }: ListenerLimits): Server =>
  new Listener({
    headersTimeout: requestHeaderSeconds * 1000,
    requestTimeout: requestSeconds * 1000,
    connectionsCheckingInterval: checkEveryMs,
  });

/**
 * The framework answers broken connections by answering their request once more, beside the answer that is under way; that loses both and
 * leaves a rejection behind. So its listener goes, and ours is the only one.
 */
export const handleBrokenConnections = (server: Server): void => {
  server.removeAllListeners('clientError');
  server.on('clientError', (error: Error & { code?: string }, socket: Duplex) => (server as Listener).endBroken(error, socket));
};
