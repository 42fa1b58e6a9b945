import { openGrounds } from './grounds.ts';
import { runSuite } from './run-suite.ts';
import { secondsFile, secondsSince } from './seconds.ts';
import type { Suite } from './suites.ts';
import { addTo, oneFailure, type Sum } from './tally.ts';

/** One suite after the other, each on its ground; the ground stands until a suite wants another one. */
export const runLane = async (
  jobs: readonly { suite: Suite; files: readonly string[] }[],
  sum: Sum,
  say: (line: string) => void,
): Promise<void> => {
  const grounds = openGrounds();
  for (const { suite, files } of jobs) {
    const started = performance.now();
    const tell = (line: string): void => say(`[${suite.name}] ${line}`);
    try {
      tell(`${files.length} files`);
      const env = await grounds.enter(suite.ground);
      if (suite.ground !== 'none') tell(`${suite.ground} is up after ${secondsSince(started)} s`);
      const tally = await runSuite(suite, files, { ...env, TEST_SECONDS_FILE: secondsFile }, tell);
      addTo(sum, tally);
      tell(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped, ${secondsSince(started)} s`);
    } catch (error) {
      const fault = `✘ could not run: ${(error as Error).message}`;
      tell(fault);
      addTo(sum, oneFailure(`[${suite.name}] ${fault}`));
    }
    sum.parts.push({ name: suite.name, seconds: secondsSince(started) });
  }
  await grounds.leave();
};
