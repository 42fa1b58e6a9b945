import { coverageEnv, openGrounds } from './grounds.ts';
import { runSuite } from './run-suite.ts';
import { secondsFile, secondsSince } from './seconds.ts';
import type { Piece, Work } from './share-work.ts';
import type { Lane } from './suites.ts';
import { addTo, oneFailure, type Sum } from './tally.ts';

type Grounds = ReturnType<typeof openGrounds>;

const runPiece = async ({ suite, files }: Piece, grounds: Grounds, sum: Sum, say: (line: string) => void): Promise<void> => {
  const started = performance.now();
  const tell = (line: string): void => say(`[${suite.name}] ${line}`);
  try {
    tell(files.length === 1 ? `${files[0]}` : `${files.length} files`);
    const { env, isNew } = await grounds.enter(suite.ground);
    if (isNew) tell(`${suite.ground} is up after ${secondsSince(started)} s`);
    const tally = await runSuite(suite, files, { ...env, ...coverageEnv, TEST_SECONDS_FILE: secondsFile }, tell);
    addTo(sum, tally);
    tell(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped, ${secondsSince(started)} s`);
  } catch (error) {
    const fault = `✘ could not run: ${(error as Error).message}`;
    tell(fault);
    addTo(sum, oneFailure(`[${suite.name}] ${fault}`));
  }
  sum.parts.push({ name: suite.name, seconds: secondsSince(started) });
};

/** One piece after the other, each on its ground; the ground stands until a piece wants another one. */
export const runLane = async (lane: Lane, work: Work, sum: Sum, say: (line: string) => void): Promise<void> => {
  const started = performance.now();
  const grounds = openGrounds();
  let helped = false;
  for (let taken = work(lane); taken; taken = work(lane)) {
    // What has been killed or moved on in this lane's office is not what the other lane's files expect.
    if (taken.helps && !helped) await grounds.leave();
    helped ||= taken.helps;
    await runPiece(taken, grounds, sum, say);
  }
  await grounds.leave();
  sum.lanes.push({ name: lane, seconds: secondsSince(started) });
};
