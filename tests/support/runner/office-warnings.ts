import { readFileSync } from 'node:fs';

const mostLines = 12;
const reachMs = 120_000;
const warning = 40;

type Line = { level?: number; time?: string };

const parse = (line: string): Line => {
  try {
    return JSON.parse(line) as Line;
  } catch {
    return {};
  }
};

/**
 * What the running office warned of in the two minutes before `now`, as its log has it, the latest last: a test that waited in vain says for what,
 * and only the office knows why it did not come.
 */
export const officeWarnings = (log: string, now: number): string[] =>
  log
    .split('\n')
    .filter((line) => {
      const { level = 0, time = '' } = parse(line);
      return level >= warning && now - Date.parse(time) <= reachMs;
    })
    .slice(-mostLines);

/** For the office whose data lies there; nothing where there is none. */
export const warningsOf = (dataDir: string | undefined) => (): string[] =>
  dataDir ? officeWarnings(readFileSync(`${dataDir}.log`, 'utf8'), Date.now()) : [];
