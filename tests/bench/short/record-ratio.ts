import { median } from '../percentiles.ts';
import { machine } from '../report.ts';
import { measureRatio } from './measure-ratio.ts';
import { writeRecorded } from './recorded.ts';

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** `npm run bench -- --record`: what "it stays fast" is held against from now on, with the spread of the runs it is taken from. */
export const recordRatio = async (folder: string, runs: number, say: (line: string) => void): Promise<boolean> => {
  const ratios: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    say(`Run ${run} of ${runs}`);
    const { ratio, lotseMs, zeebeMs } = await measureRatio(folder, say);
    say(`  ${lotseMs.toFixed(1)} ms / ${zeebeMs.toFixed(1)} ms = ${ratio.toFixed(3)}`);
    ratios.push(rounded(ratio));
  }
  const ratio = median(ratios);
  const recorded = {
    ratio,
    runs: ratios,
    spreadPercent: Math.round((1000 * (Math.max(...ratios) - Math.min(...ratios))) / ratio) / 10,
    on: Temporal.Now.plainDateISO().toString(),
    machine: machine(),
  };
  writeRecorded(recorded);
  say(`tests/bench/recorded.json: ${JSON.stringify(recorded)}`);
  return true;
};
