import { globSync } from 'node:fs';

/** What a suite needs around it. Lotse is one running office that `processes`, `e2e`, `hostile`, `clock` and `crash` share, in this order. */
export type Ground = 'none' | 'database' | 'engine' | 'lotse';

export type Suite = { name: string; ground: Ground; files: string; except?: string; oneFileAtATime?: boolean; timeout: string };

/**
 * The office clock only goes forward and is shared, so test files that move it (`*.clock.test.ts`) come after all that do not,
 * and those that break things come last.
 */
export const suites: readonly Suite[] = [
  { name: 'unit', ground: 'none', files: 'tests/unit/**/*.test.ts', timeout: '2m' },
  {
    name: 'integration',
    ground: 'database',
    files: 'tests/integration/**/*.test.ts',
    except: 'tests/integration/engine/**',
    timeout: '2m',
  },
  { name: 'engine', ground: 'engine', files: 'tests/integration/engine/**/*.test.ts', oneFileAtATime: true, timeout: '3m' },
  {
    name: 'processes',
    ground: 'lotse',
    files: 'tests/processes/**/*.test.ts',
    except: 'tests/processes/**/*.clock.test.ts',
    oneFileAtATime: true,
    timeout: '5m',
  },
  {
    name: 'e2e',
    ground: 'lotse',
    files: 'tests/e2e/**/*.test.ts',
    except: 'tests/e2e/**/*.clock.test.ts',
    oneFileAtATime: true,
    timeout: '5m',
  },
  { name: 'hostile', ground: 'lotse', files: 'tests/hostile/**/*.test.ts', oneFileAtATime: true, timeout: '5m' },
  { name: 'clock', ground: 'lotse', files: 'tests/{e2e,processes}/**/*.clock.test.ts', oneFileAtATime: true, timeout: '5m' },
  { name: 'crash', ground: 'lotse', files: 'tests/crash/**/*.test.ts', oneFileAtATime: true, timeout: '10m' },
];

export const filesOf = (suite: Suite, patterns: readonly string[]): string[] => {
  const all = globSync(suite.files, { exclude: suite.except ? [suite.except] : [] }).sort();
  if (patterns.length === 0) return all;
  const wanted = new Set(patterns.flatMap((pattern) => globSync(pattern.endsWith('.ts') ? pattern : `${pattern}/**/*.test.ts`)));
  return all.filter((file) => wanted.has(file) || patterns.includes(file));
};
