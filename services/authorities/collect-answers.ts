import type { Deps } from '../engine/contracts.ts';
import { adapterOf } from './adapters.ts';
import { authorityIds } from './authority.ts';
import { takeAnswer } from './take-answer.ts';

type CollectDeps = Pick<Deps, 'db' | 'clock' | 'commands' | 'log'>;

/** Asks every authority what it has answered by now, and hands it on. Returns how many answers were taken. */
export const collectAnswers = async (deps: CollectDeps): Promise<number> => {
  let taken = 0;
  for (const authority of authorityIds) {
    for (const answer of await adapterOf(deps, authority).collect())
      if (await deps.db.transaction((trx) => takeAnswer(trx, deps, answer))) taken += 1;
  }
  return taken;
};

const EVERY_MS = 500;

/** Looks again and again, one look at a time. */
export const startCollecting = (deps: CollectDeps): { stop(): Promise<void> } => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    await collectAnswers(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'answers of authorities could not be fetched'));
    if (!stopped) timer = setTimeout(next, EVERY_MS);
  };
  let current = Promise.resolve();
  const next = (): void => {
    current = look();
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
};
