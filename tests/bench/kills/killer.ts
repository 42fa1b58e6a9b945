import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../../../services/embedded/processes.ts';
import { isRunning, kill } from '../../support/crash-ground.ts';

const parts = ['api', 'workers', 'zeebe', 'postgres'] as const;
export type Part = (typeof parts)[number];

const gapMs = { least: 2_000, most: 6_000 };
/** A kill while everything still lies there says nothing: since the last one so many answers have come, unless it takes too long. */
const LEAST_ANSWERS = 10;
const PATIENCE_MS = 60_000;

/** The same numbers for the same seed (mulberry32). */
const drawFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** kill -9 of one part after the other, of those that run at that moment; the starter brings them back. Returns how often each was hit. */
export const killAgainAndAgain = async (options: {
  times: number;
  seed: number;
  /** How many answers have come so far that must not be lost. */
  answers: () => number;
  tell: (kills: number, part: Part) => void;
}): Promise<Record<Part, number>> => {
  const { times, seed, answers, tell } = options;
  const draw = drawFrom(seed);
  const hit: Record<Part, number> = { api: 0, workers: 0, zeebe: 0, postgres: 0 };
  for (let kills = 1; kills <= times; ) {
    const before = answers();
    await pause(gapMs.least + draw() * (gapMs.most - gapMs.least));
    await waitUntil(() => answers() - before >= LEAST_ANSWERS, PATIENCE_MS);
    const running = parts.filter(isRunning);
    const victim = running[Math.floor(draw() * running.length)];
    if (!victim) continue;
    await kill(victim);
    hit[victim] += 1;
    tell(kills, victim);
    kills += 1;
  }
  return hit;
};
