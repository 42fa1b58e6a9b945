import type { Deps } from '../deps.ts';
import { codesOf } from '../office/index.ts';
import { type Looking, lookAgain } from '../platform/look-again.ts';
import { callAuthority } from './adapter.ts';
import { adapterOf } from './adapters.ts';
import { takeAnswer } from './take-answer.ts';

type CollectDeps = Pick<Deps, 'db' | 'clock' | 'commands' | 'log'>;

const collectFrom = async (deps: CollectDeps, authority: string): Promise<number> => {
  let taken = 0;
  for (const answer of await callAuthority(authority, () => adapterOf(deps, authority).collect())) {
    if (await deps.db.transaction((trx) => takeAnswer(trx, deps, answer))) taken += 1;
  }
  return taken;
};

/** Asks every authority what it has answered by now, and hands it on; one that is down keeps no other waiting. Returns how many answers were taken. */
export const collectAnswers = async (deps: CollectDeps): Promise<number> => {
  let taken = 0;
  for (const authority of codesOf('behoerden')) {
    taken += await collectFrom(deps, authority).catch((error: unknown) => {
      deps.log.warn({ err: error, authority }, 'answers of an authority could not be fetched');
      return 0;
    });
  }
  return taken;
};

const EVERY_MS = 500;

export const startCollecting = (deps: CollectDeps): Looking =>
  lookAgain(EVERY_MS, async () => {
    await collectAnswers(deps);
  });
