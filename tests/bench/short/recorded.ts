import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../recorded.json', import.meta.url);

export type Recorded = {
  /** The middle of the runs; what a later one is held against. */
  ratio: number;
  /** Each run, in order: how far they lie apart says how much is chance. */
  runs: number[];
  /** (highest - lowest) / middle, in per cent. */
  spreadPercent: number;
  on: string;
  machine: string;
};

export const readRecorded = (): Recorded => JSON.parse(readFileSync(file, 'utf8')) as Recorded;
export const writeRecorded = (recorded: Recorded): void => writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
