import { readFileSync } from 'node:fs';

/** The office's "now". Only dates of the office ask it; sessions, outbox and logs stay on the system's time. */
export type Clock = {
  now(): Temporal.Instant;
  /** The day it is in Berlin. */
  today(): Temporal.PlainDate;
};

export const officeZone = 'Europe/Berlin';

/** The office's day of a moment. */
export const dayOf = (moment: Temporal.Instant | Date): Temporal.PlainDate =>
  (moment instanceof Date ? Temporal.Instant.fromEpochMilliseconds(moment.getTime()) : moment).toZonedDateTimeISO(officeZone).toPlainDate();

export const DAY_MS = 86_400_000;

/** The office's moment as a date, the way the database and the engine take it. */
export const nowOf = ({ clock }: { clock: Pick<Clock, 'now'> }): Date => dateOf(clock.now());

export const dateOf = ({ epochMilliseconds }: { epochMilliseconds: number }): Date => new Date(epochMilliseconds);

const clockFrom = (now: () => Temporal.Instant): Clock => ({ now, today: () => dayOf(now()) });

export const systemClock: Clock = clockFrom(() => Temporal.Now.instant());

/** Stands still; for tests. */
export const fixedClock = (at: string): Clock => clockFrom(() => Temporal.Instant.from(at));

/**
 * Reads `{ "offsetMs": n }` from the file on every call, so that all processes jump at the same moment.
 * No file: no shift. The writer replaces the file atomically; a file that cannot be read otherwise is a mistake and throws.
 */
export const fileClock = (path: string): Clock => clockFrom(() => Temporal.Now.instant().add({ milliseconds: readOffset(path) }));

const readOffset = (path: string): number => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  const { offsetMs } = JSON.parse(text) as { offsetMs?: unknown };
  if (typeof offsetMs !== 'number' || !Number.isSafeInteger(offsetMs)) throw new Error(`${path} holds no whole number offsetMs`);
  return offsetMs;
};
