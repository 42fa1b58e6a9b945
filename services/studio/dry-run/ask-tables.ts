import { canonical, type Deps } from '../../engine/index.ts';
import { limits } from './trial.ts';

/** `open`: it was not asked, because too much has been asked already. */
export type Answer = { kind: 'answer'; output: unknown } | { kind: 'failure'; message: string } | { kind: 'open' };

export type Ask = (engineId: string, variables: Record<string, unknown>) => Promise<Answer>;

/** Asks the engine, each question once, a few at a time, and only so many. */
export const createAsk = (engine: Deps['engine'], signal: AbortSignal): Ask & { asked: () => number } => {
  const known = new Map<string, Promise<Answer>>();
  const waiting: (() => void)[] = [];
  let free = limits.atOnce;

  const evaluate = async (engineId: string, variables: Record<string, unknown>): Promise<Answer> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      if (signal.aborted) return { kind: 'open' };
      const answer = await engine.evaluateDecision(engineId, variables);
      if (answer === 'not-found') return { kind: 'failure', message: 'die Engine kennt diese Entscheidung nicht' };
      return answer.failure ? { kind: 'failure', message: answer.failure } : { kind: 'answer', output: answer.output };
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };

  const ask: Ask = (engineId, variables) => {
    const key = `${engineId} ${canonical(variables)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limits.questions) return Promise.resolve({ kind: 'open' });
    const asking = evaluate(engineId, variables);
    known.set(key, asking);
    return asking;
  };
  return Object.assign(ask, { asked: () => known.size });
};
