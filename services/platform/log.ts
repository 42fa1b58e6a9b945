import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

export type { Logger };

/** Keys that never reach the log, wherever they stand one or two levels deep: secrets, and what a person wrote or is called. */
const secret = [
  'password',
  'recordsPassword',
  'oidcClientSecret',
  'databaseUrl',
  'smtpUrl',
  'authorization',
  'cookie',
  'token',
  'applicant',
  'facts',
  'variables',
  'payload',
  'draft',
  'email',
  'familienname',
  'vornamen',
];

type Failure = Error & { code?: unknown; constraint?: unknown; table?: unknown };

/** What is known of an error without what it quotes: PostgreSQL's `detail` and `where` repeat the values of the row. */
const describeError = (error: Failure): Record<string, unknown> => ({
  type: error.name,
  message: error.message,
  ...(error.code === undefined ? {} : { code: error.code }),
  ...(error.table === undefined ? {} : { table: error.table }),
  ...(error.constraint === undefined ? {} : { constraint: error.constraint }),
  stack: error.stack,
});

/** JSON lines on stdout (or `to`). Holds ids, codes and times; personal data belong in the audit trail only. */
export const createLog = (settings: { level: string; name: string }, to?: DestinationStream): Logger =>
  pino(
    {
      name: settings.name,
      level: settings.level,
      timestamp: stdTimeFunctions.isoTime,
      base: { name: settings.name, pid: process.pid },
      redact: { paths: secret.flatMap((key) => [key, `*.${key}`]), censor: '[entfernt]' },
      serializers: { err: describeError },
    },
    ...(to ? [to] : []),
  );
