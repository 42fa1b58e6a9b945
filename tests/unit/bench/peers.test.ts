import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { peerLines } from '../../bench/peers.ts';

const round = (target: string, label: string, casesPerSecond: number, server: number, rate: number | null = null): object => ({
  target,
  label,
  rate,
  casesPerSecond,
  cpuMsPerCase: { client: 9, [target]: server, pg: 10 },
});

const linesOf = (rounds: readonly object[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  try {
    const file = join(folder, 'runs.jsonl');
    writeFileSync(file, rounds.map((each) => `${JSON.stringify(each)}\n`).join(''));
    return peerLines(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const peers = [
  round('camunda7', 'external workers', 43, 36),
  round('flowable', 'external workers', 38, 42),
  round('camunda7', 'embedded', 79, 15),
];

test('Lotse is held against the faster and the thriftier of the peers with external workers, rounds at a steady rate left out', (t) => {
  const lotse = [round('lotse', 'lotse', 50, 20), round('lotse', 'lotse', 60, 22), round('lotse', 'lotse', 48, 21)];
  const [rate, processor] = linesOf([...peers, ...lotse, round('lotse', 'lotse, 10/s', 10, 90, 10)]);
  t.is(rate?.value, 50 / 43);
  t.is(processor?.value, 31 / 46);
  t.is(rate?.lotse, '50.0 (camunda7 43.0, flowable 38.0)');
});

test('results without one of them are refused', (t) => {
  t.throws(() => linesOf(peers), { message: /no rounds of lotse/ });
});
