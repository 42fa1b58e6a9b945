import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Deps } from '../../deps.ts';

/** A bulk of 10 MiB and one record of 4 MiB that no longer fitted it. Counted while reading: the exporter sends no length. */
const maxBytes = 16 * 1024 * 1024;

const answer = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch', ...headers });
  response.end(JSON.stringify(body));
};

const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const knows = (expected: string) => {
  const wanted = Buffer.from(`Basic ${Buffer.from(expected).toString('base64')}`);
  return (header: string | undefined): boolean => {
    const given = Buffer.from(header ?? '');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  };
};

/**
 * The end of the engine's record stream: just enough of Elasticsearch's HTTP for Zeebe's exporter. It answers 200 only after COMMIT, and an error only
 * while the database is away: the exporter then tries for ever, and the engine's log is the buffer.
 */
export const startIngest = async ({ config, log }: Pick<Deps, 'config' | 'log'>, store: (bulk: Buffer) => Promise<void>) => {
  const isExporter = knows(`${config.recordsUser}:${config.recordsPassword}`);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://records');
    if (!isExporter(request.headers.authorization))
      return answer(response, 401, { error: 'unauthorized' }, { 'www-authenticate': 'Basic' });
    if (
      request.method === 'PUT' &&
      /^\/(zeebe-record[^/]*\/_settings|_(component|index)_template\/zeebe-record[^/]*|_ilm\/policy\/zeebe-record[^/]*)$/.test(
        decodeURIComponent(pathname),
      )
    ) {
      request.resume();
      return answer(response, 200, { acknowledged: true });
    }
    if (request.method !== 'POST' || pathname !== '/_bulk') {
      request.resume();
      return answer(response, 404, { error: 'not found' });
    }
    const body = await readBody(request);
    if (!body) {
      log.error({ maxBytes }, 'records: a bulk is too large');
      return answer(response, 413, { error: 'too large' }, { connection: 'close' });
    }
    try {
      await store(body);
    } catch (error) {
      log.warn({ err: error }, 'records: not stored, the engine will send them again');
      return answer(response, 503, {
        errors: true,
        items: [{ index: { status: 503, error: { type: 'unavailable', reason: 'database' } } }],
      });
    }
    answer(response, 200, { errors: false, items: [] });
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.warn({ err: error }, 'records: a request broke off');
      if (!response.headersSent) answer(response, 503, { errors: true, items: [] });
      else response.destroy();
    });
  });
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.recordsPort, config.recordsHost, resolve);
  });
  return {
    port: (server.address() as { port: number }).port,
    stop: async (): Promise<void> => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(force);
    },
  };
};
