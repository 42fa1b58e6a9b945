import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopAll } from '../../../services/embedded/leftovers.ts';
import { stopZeebe } from '../../../services/embedded/zeebe.ts';
import { threeSteps } from '../folder.ts';
import { withOffice } from '../lotse/start-office.ts';
import { type Turn, takeTurns, warmUp } from '../measure-pairs.ts';
import { withPair } from '../pairs.ts';
import { median } from '../percentiles.ts';
import { one, total } from '../report.ts';

const load = { warmUp: 240, rounds: 5, cases: 80, concurrency: 20 };
/** The engine alone is through with a case in no time, and a few cases say little. */
const ENGINE_WEIGHT = 3;

/** What Java's compilers do on the way to a warm engine is no case's cost, and on empty folders it is as much as a third of all. */
const caseMs = ({ load, footprint }: Turn): number => (total(footprint.cpu) - total(footprint.compilers)) / load.times.length;

/** So called that a test run which follows one that was killed finds what is left running. */
const foldersIn = (folder: string) => ({ lotse: join(folder, 'lotse-speed'), raw: join(folder, 'engine-speed') });

/** Stops whatever runs from there. */
export const clearShort = async (folder: string): Promise<void> => {
  const { lotse, raw } = foldersIn(folder);
  await stopZeebe(raw, 0);
  await stopAll(lotse);
};

export type Ratio = {
  /** Processor time a case of all of Lotse, without Java's compilers, divided by that of the engine alone in the same turn: the middle of the turns. */
  ratio: number;
  lotseMs: number;
  zeebeMs: number;
};

/**
 * A short paired run on empty folders. No clock on the wall counts: only processor time, and only against that of the engine beside it, because
 * the next machine is faster or slower at both.
 */
export const measureRatio = async (folder: string, say: (line: string) => void): Promise<Ratio> => {
  const folders = foldersIn(folder);
  for (const each of Object.values(folders)) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each, { recursive: true, mode: 0o755 });
  }
  return withOffice({ folder: folders.lotse, counter: 'svc', clerk: 'svc', env: { PROCESSES_DIR: threeSteps } }, (office) =>
    withPair(office, folders.raw, say, async ({ contestants: [ours, engine] }) => {
      const contestants = [ours, { ...engine, weight: ENGINE_WEIGHT }];
      await warmUp(contestants, load, say);
      const turns = await takeTurns(contestants, load, say);
      const [lotse = [], raw = []] = turns.map((each) => each.map(caseMs));
      say(`  ms a case by turn: Lotse ${lotse.map(one).join(' ')}, Zeebe ${raw.map(one).join(' ')}`);
      return {
        ratio: median(lotse.map((ms, index) => ms / (raw[index] ?? Number.NaN))),
        lotseMs: median(lotse),
        zeebeMs: median(raw),
      };
    }),
  );
};
