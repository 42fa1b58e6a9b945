import { globSync } from 'node:fs';

/** What a suite needs around it. Lotse is a running office: each lane has one of its own, which all suites of the lane share. */
export type Ground = 'none' | 'database' | 'engine' | 'lotse';

/**
 * Lanes run side by side, two because most of a run is waiting: clocks, browsers and restarts leave hands free. `office` holds what people and
 * models do, `beside` what needs no office and then what would be in their way: it kills, in an office of its own.
 */
export type Lane = 'office' | 'beside';

export type Suite = {
  name: string;
  lane: Lane;
  ground: Ground;
  files: string;
  except?: readonly string[];
  /** Test files that share clock, job types or lists of the whole office go one at a time. */
  filesAtOnce: number;
  /** Each file by itself, in whichever lane has hands free: none needs what another has left. */
  oneByOne?: boolean;
  timeout: string;
};

/**
 * Within a lane in this order. The office clock only goes forward and is shared, so test files that move it (`*.clock.test.ts`) come after
 * all that do not; those that break things come last.
 */
export const suites: readonly Suite[] = [
  { name: 'unit', lane: 'beside', ground: 'none', files: 'tests/unit/**/*.test.ts', filesAtOnce: 2, timeout: '2m' },
  {
    name: 'integration',
    lane: 'beside',
    ground: 'database',
    files: 'tests/integration/**/*.test.ts',
    except: ['tests/integration/engine/**'],
    filesAtOnce: 2,
    timeout: '2m',
  },
  {
    name: 'engine',
    lane: 'beside',
    ground: 'engine',
    files: 'tests/integration/engine/**/*.test.ts',
    filesAtOnce: 1,
    timeout: '3m',
  },
  {
    name: 'processes',
    lane: 'office',
    ground: 'lotse',
    files: 'tests/processes/**/*.test.ts',
    except: ['tests/processes/**/*.{alone,clock}.test.ts'],
    filesAtOnce: 2,
    timeout: '5m',
  },
  { name: 'alone', lane: 'office', ground: 'lotse', files: 'tests/processes/**/*.alone.test.ts', filesAtOnce: 1, timeout: '5m' },
  {
    name: 'e2e',
    lane: 'office',
    ground: 'lotse',
    files: 'tests/e2e/**/*.test.ts',
    except: ['tests/e2e/**/*.clock.test.ts'],
    filesAtOnce: 1,
    timeout: '5m',
  },
  // In the office that all before have filled: what it answers is held against its description.
  { name: 'hostile', lane: 'office', ground: 'lotse', files: 'tests/hostile/**/*.test.ts', filesAtOnce: 1, timeout: '5m' },
  // These wait for days of one calendar, file beside file.
  { name: 'clock', lane: 'office', ground: 'lotse', files: 'tests/processes/**/*.clock.test.ts', filesAtOnce: 8, timeout: '5m' },
  {
    name: 'forward',
    lane: 'office',
    ground: 'lotse',
    files: 'tests/e2e/**/*.clock.test.ts',
    filesAtOnce: 1,
    oneByOne: true,
    timeout: '5m',
  },
  { name: 'crash', lane: 'beside', ground: 'lotse', files: 'tests/crash/**/*.test.ts', filesAtOnce: 1, oneByOne: true, timeout: '10m' },
];

export const filesOf = (suite: Suite, patterns: readonly string[]): string[] => {
  const all = globSync(suite.files, { exclude: suite.except ?? [] }).sort();
  if (patterns.length === 0) return all;
  const wanted = new Set(patterns.flatMap((pattern) => globSync(pattern.endsWith('.ts') ? pattern : `${pattern}/**/*.test.ts`)));
  return all.filter((file) => wanted.has(file) || patterns.includes(file));
};
