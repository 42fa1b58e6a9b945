import { readFileSync, statSync } from 'node:fs';

/** The office's "now". Only dates of the office ask it; sessions, outbox and logs stay on the system's time. */
export type Clock = {
  now(): Temporal.Instant;
  /** The day it is in Berlin. */
  today(): Temporal.PlainDate;
};

export const officeZone = 'Europe/Berlin';

let lastDay: { day: Temporal.PlainDate; from: number; to: number } | undefined;

/** The office's day of a moment. Most are of one day, and the calendar of a zone is slow to ask. */
export const dayOf = (moment: Temporal.Instant | Date): Temporal.PlainDate => {
  const ms = moment instanceof Date ? moment.getTime() : moment.epochMilliseconds;
  if (lastDay && ms >= lastDay.from && ms < lastDay.to) return lastDay.day;
  const day = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(officeZone).toPlainDate();
  const start = (of: Temporal.PlainDate): number => of.toZonedDateTime(officeZone).epochMilliseconds;
  lastDay = { day, from: start(day), to: start(day.add({ days: 1 })) };
  return day;
};

export const DAY_MS = 86_400_000;

/** The office's moment as a date, the way the database and the engine take it. */
export const nowOf = ({ clock }: { clock: Pick<Clock, 'now'> }): Date => dateOf(clock.now());

export const dateOf = ({ epochMilliseconds }: { epochMilliseconds: number }): Date => new Date(epochMilliseconds);

const clockFrom = (now: () => Temporal.Instant): Clock => ({ now, today: () => dayOf(now()) });

export const systemClock: Clock = clockFrom(() => Temporal.Now.instant());

/** Stands still; for tests. */
export const fixedClock = (at: string): Clock => clockFrom(() => Temporal.Instant.from(at));

/**
 * Asks the file for its `{ "offsetMs": n }` on every call, so that all processes jump at the same moment; what it says is read again when it is another file.
 * No file: no shift. The writer replaces the file atomically; a file that cannot be read otherwise is a mistake and throws.
 */
export const fileClock = (path: string): Clock => {
  let known: { file: string; offset: number } | undefined;
  return clockFrom(() => {
    const found = statSync(path, { throwIfNoEntry: false });
    const file = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
    if (known?.file !== file) known = { file, offset: found ? readOffset(path) : 0 };
    return Temporal.Now.instant().add({ milliseconds: known.offset });
  });
};

const readOffset = (path: string): number => {
  const text = readFileSync(path, 'utf8');
  const { offsetMs } = JSON.parse(text) as { offsetMs?: unknown };
  if (typeof offsetMs !== 'number' || !Number.isSafeInteger(offsetMs)) throw new Error(`${path} holds no whole number offsetMs`);
  return offsetMs;
};
