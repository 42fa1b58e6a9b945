import { readJson, writeWhole } from './files.ts';

/** The write side of the office clock; platform/clock reads it in every process. */
export const readOffset = (path: string): number => readJson<{ offsetMs: number }>(path)?.offsetMs ?? 0;

/** Forward only: Zeebe's exporter stalls and dates that have passed would come again when the clock goes back. */
export const writeOffset = (path: string, offsetMs: number): void => {
  const present = readOffset(path);
  if (!Number.isSafeInteger(offsetMs) || offsetMs < present) {
    throw new RangeError(`The office clock only goes forward: it is ${present} ms ahead, ${offsetMs} was asked for.`);
  }
  writeWhole(path, JSON.stringify({ offsetMs }), 0o644);
};
