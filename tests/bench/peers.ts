import { readFileSync } from 'node:fs';
import { median } from './percentiles.ts';
import type { Line } from './report.ts';
import { one } from './report.ts';

/** As the bench of other products writes its rounds: one JSON object a line. */
type Round = { target: string; label: string; rate: number | null; casesPerSecond: number; cpuMsPerCase: Record<string, number> };
type Summary = { rate: number; processor: number };

const peers = ['camunda7', 'flowable'];
const EXTERNAL = 'external workers';

/** Who asks is not counted, though with external workers it does their work as well: that is to the peers' good. */
const processorOf = ({ cpuMsPerCase }: Round): number =>
  Object.entries(cpuMsPerCase).reduce((sum, [name, value]) => (name === 'client' ? sum : sum + value), 0);

const summarise = (rounds: readonly Round[], what: string): Summary => {
  if (rounds.length === 0) throw new Error(`there are no rounds of ${what} among the results of the peers`);
  return { rate: median(rounds.map((each) => each.casesPerSecond)), processor: median(rounds.map(processorOf)) };
};

/** Lotse beside other products, each alone on the machine, all driven by the same program: the middle of the rounds as fast as it goes. */
export const peerLines = (file: string): Line[] => {
  const rounds = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Round)
    .filter(({ rate }) => rate === null);
  const lotse = summarise(
    rounds.filter(({ target }) => target === 'lotse'),
    'lotse',
  );
  const theirs = peers.map((name) => ({
    name,
    ...summarise(
      rounds.filter(({ target, label }) => target === name && label === EXTERNAL),
      `${name}, ${EXTERNAL}`,
    ),
  }));
  const named = (pick: (each: Summary) => number): string => theirs.map((each) => `${each.name} ${one(pick(each))}`).join(', ');
  const rate = lotse.rate / Math.max(...theirs.map((each) => each.rate));
  const processor = lotse.processor / Math.min(...theirs.map((each) => each.processor));
  return [
    {
      what: `beside peers with ${EXTERNAL}: cases/s`,
      lotse: `${one(lotse.rate)} (${named((each) => each.rate)})`,
      ratio: `${rate.toFixed(2)} × the faster`,
      aim: 'peerRate',
      value: rate,
    },
    {
      what: `beside peers with ${EXTERNAL}: processor time a case, ms`,
      lotse: `${one(lotse.processor)} (${named((each) => each.processor)})`,
      ratio: `${processor.toFixed(2)} × the thriftier`,
      aim: 'peerProcessor',
      value: processor,
    },
  ];
};
