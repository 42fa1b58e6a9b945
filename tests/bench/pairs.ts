import { join } from 'node:path';
import { threeSteps } from './folder.ts';
import { runCase } from './lotse/run-case.ts';
import type { Office } from './lotse/start-office.ts';
import { type Contestant, idleShare, measurePairs, takeTurns, warmUp } from './measure-pairs.ts';
import type { Options } from './options.ts';
import { allCores, pin, whyNotPinned } from './pin.ts';
import { openDriver } from './raw/driver.ts';
import { startRaw } from './raw/start-raw.ts';
import { compare, type Line, ownCoreLine } from './report.ts';

type Say = (line: string) => void;

/** zeebe-node's workers look this often: more often makes it no faster. */
const pollMs = 20;
/** Between two reads of a list while many cases run at once: eight reads a second in all, as some dozens of open pages cause. */
export const crowdGapMs = 250;

const matter = { anliegen: 'DULDUNG', facts: {}, forms: [{ ergebnis: 'ERTEILT' }] };

/** Lotse through its API and, beside it, the engine alone. */
export type Pair = { contestants: [Contestant, Contestant]; rawPid: number; rawColdMs: number };

export const lotseContestant = (office: Office): Contestant => ({
  name: 'Lotse',
  runCase: () => runCase(office.counter, office.clerk, office.desk, matter),
  pids: { ...office.pids, client: process.pid },
  prepare: (saturated) => office.desk.setGap(saturated ? crowdGapMs : 0),
});

export const withPair = async <T>(office: Office, folder: string, say: Say, work: (pair: Pair) => Promise<T>): Promise<T> => {
  say('The engine alone starts …');
  const raw = await startRaw(folder, say);
  try {
    const driver = await openDriver(raw.address, join(threeSteps, 'vorgang'), pollMs);
    const zeebe: Contestant = { name: 'Zeebe', runCase: driver.runCase, pids: { zeebe: raw.pid, workers: process.pid } };
    const result = await work({ contestants: [lotseContestant(office), zeebe], rawPid: raw.pid, rawColdMs: raw.coldStartMs });
    await driver.close();
    return result;
  } finally {
    await raw.stop();
  }
};

/** Both brokers on the first core, of which one rests while the other is measured; everything else on the second. */
const measureOwnCore = async (office: Office, { contestants, rawPid }: Pair, options: Options, say: Say): Promise<Line[]> => {
  const why = whyNotPinned();
  if (why) {
    say(why);
    return [];
  }
  const { zeebe = 0, ...others } = office.pids;
  const everybody = { ...others, bench: process.pid };
  const brokers = { zeebe, raw: rawPid };
  say('The brokers get a core of their own …');
  try {
    pin(brokers, '0');
    pin(everybody, '1');
    const [lotse = [], raw = []] = await takeTurns(contestants, options, say);
    return [
      ownCoreLine(
        lotse.map(({ load }) => load),
        raw.map(({ load }) => load),
      ),
    ];
  } finally {
    pin({ ...brokers, ...everybody }, allCores());
  }
};

const sayIdle = async (office: Office, { rawPid }: Pair, say: Say): Promise<void> => {
  const idle = await idleShare({ ...office.pids, raw: rawPid }, 5);
  const shares = Object.entries(idle).map(([name, share]) => `${name} ${(share * 100).toFixed(1)} %`);
  say(`  idle, share of a core: ${shares.join(', ')}`);
};

/** The parts for which Lotse and the engine alone take turns. */
export const runPairs = (office: Office, folder: string, options: Options, say: Say): Promise<{ lines: Line[]; rawColdMs: number }> =>
  withPair(office, folder, say, async (pair) => {
    await sayIdle(office, pair, say);
    await warmUp(pair.contestants, options, say);
    const lines: Line[] = [];
    if (options.parts.includes('pairs')) {
      const [lotse, raw] = await measurePairs(pair.contestants, options, say);
      if (lotse && raw) lines.push(...compare(lotse, raw));
    }
    if (options.parts.includes('core')) lines.push(...(await measureOwnCore(office, pair, options, say)));
    return { lines, rawColdMs: pair.rawColdMs };
  });
