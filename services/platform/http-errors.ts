import { STATUS_CODES } from 'node:http';
import { isGone } from '../../db/is-gone.ts';
import {
  Conflict,
  Forbidden,
  Gone,
  Invalid,
  NotFound,
  OfficeError,
  SignInNeeded,
  TooLarge,
  TooMany,
  Unavailable,
  Unprocessable,
  UnsupportedFormat,
  WrongMethod,
} from './errors.ts';

export type ErrorBody = { statusCode: number; error: string; message: string; details?: unknown };

const statuses: readonly [new (...args: never[]) => OfficeError, number][] = [
  [Invalid, 400],
  [SignInNeeded, 401],
  [Forbidden, 403],
  [NotFound, 404],
  [WrongMethod, 405],
  [Conflict, 409],
  [Gone, 410],
  [TooLarge, 413],
  [UnsupportedFormat, 415],
  [Unprocessable, 422],
  [TooMany, 429],
  [Unavailable, 503],
];

/** What the framework itself refuses, in words. Its own sentences are English and name internals. */
const sentences: Record<number, string> = {
  400: 'Die Anfrage ist nicht lesbar. Bitte prüfen Sie die Eingabe.',
  401: new SignInNeeded().message,
  403: 'Das dürfen Sie nicht.',
  404: new NotFound().message,
  408: 'Die Anfrage kam nicht vollständig an. Bitte senden Sie sie noch einmal.',
  413: 'Das ist zu groß.',
  415: 'Dieses Format wird hier nicht angenommen.',
  431: 'Der Kopf der Anfrage ist zu lang.',
  429: 'Das waren zu viele Anfragen. Bitte warten Sie kurz.',
  500: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  503: 'Lotse ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
};

const body = (statusCode: number, message: string, details?: unknown): ErrorBody => ({
  statusCode,
  error: STATUS_CODES[statusCode] ?? 'Error',
  message,
  ...(details === undefined ? {} : { details }),
});

/** A fault of which only the status is known. */
export const failureBody = (status: number): ErrorBody => body(status, sentences[status] ?? sentences[500] ?? '');

const frameworkStatus = (error: Error & { output?: { statusCode: number } }): number => error.output?.statusCode ?? 500;

/** Any error as the answer a caller gets. `unexpected` asks for a line in the log: it is our mistake. */
export const describeFailure = (error: Error): { body: ErrorBody; headers: Record<string, string>; unexpected: boolean } => {
  const known = statuses.find(([kind]) => error instanceof kind);
  const status = known ? known[1] : isGone(error) ? 503 : frameworkStatus(error);
  const headers: Record<string, string> = {};
  if (status === 503) headers['retry-after'] = '5';
  if (error instanceof TooMany) headers['retry-after'] = String(error.retryAfter);
  if (error instanceof WrongMethod) headers.allow = error.allowed.join(', ');
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  return {
    body: error instanceof OfficeError ? body(status, error.message, error.details) : failureBody(status),
    headers,
    unexpected: status >= 500 && !known,
  };
};
