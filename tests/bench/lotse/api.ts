import { Agent, type IncomingMessage, request } from 'node:http';
import { fetchToken } from '../../../services/embedded/fetch-token.ts';

// biome-ignore lint/suspicious/noExplicitAny: what the API answers is checked where it is used
export type Answer = { status: number; body: any };

export type Api = {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Calls back for every server-sent event until `close`. */
  listen(onEvent: (name: string, data: { caseId?: string; taskId?: string }) => void): Promise<void>;
  close(): void;
};

const readText = async (response: IncomingMessage): Promise<string> => {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return text;
};

/** The API as one account over kept connections. node:http, because fetch costs the measuring process twice as much. */
export const openApi = (url: string, issuer: string, account: string): Api => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const { hostname, port } = new URL(url);
  const token = fetchToken(issuer, account);
  let closed = false;

  const send = async (
    method: string,
    path: string,
    body: string | undefined,
    through: Agent | false,
    timeout: number,
  ): Promise<IncomingMessage> => {
    const authorization = `Bearer ${await token}`;
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const headers = {
      authorization,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const outgoing = request({ hostname, port, path, method, headers, agent: through, timeout }, resolve);
    // The server may close a resting connection in the moment in which it is used again.
    const again = (error: NodeJS.ErrnoException): void =>
      outgoing.reusedSocket && error.code === 'ECONNRESET' ? resolve(send(method, path, body, through, timeout)) : reject(error);
    outgoing.once('error', again).once('timeout', () => outgoing.destroy(new Error(`${method} ${path}: no answer`)));
    outgoing.end(body);
    return promise;
  };

  return {
    call: async (method, path, body) => {
      const response = await send(method, path, body === undefined ? undefined : JSON.stringify(body), agent, 30_000);
      const text = await readText(response);
      return { status: response.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text) };
    },
    listen: async (onEvent) => {
      const follow = async (response: IncomingMessage): Promise<void> => {
        response.setEncoding('utf8');
        let rest = '';
        for await (const chunk of response) {
          const blocks = `${rest}${chunk}`.split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) {
            const [, name] = /^event: (.*)$/m.exec(block) ?? [];
            const [, data] = /^data: (.*)$/m.exec(block) ?? [];
            if (name && data) onEvent(name, JSON.parse(data));
          }
        }
      };
      const first = await send('GET', '/api/events', undefined, false, 0);
      const keep = async (): Promise<void> => {
        let response = first;
        while (!closed) {
          await follow(response).catch(() => undefined);
          if (closed) return;
          response = await send('GET', '/api/events', undefined, false, 0);
          onEvent('resync', {});
        }
      };
      void keep().catch(() => undefined);
    },
    close: () => {
      closed = true;
      agent.destroy();
    },
  };
};
