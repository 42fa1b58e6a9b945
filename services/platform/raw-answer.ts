import { type ServerResponse, STATUS_CODES } from 'node:http';
import { failureBody } from './http-errors.ts';

const headersOf = (body: string): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'content-length': String(Buffer.byteLength(body)),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  connection: 'close',
});

/** The answer where no request could be made out of what came. */
export const rawFailure = (status: number): string => {
  const body = JSON.stringify(failureBody(status));
  const lines = Object.entries(headersOf(body)).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
};

/** The answer to a request whose handling got lost. */
export const writeFailure = (response: ServerResponse, status: number): void => {
  const body = JSON.stringify(failureBody(status));
  response.writeHead(status, headersOf(body)).end(body);
};
