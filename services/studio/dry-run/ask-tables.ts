import { canonical, TOO_LATE, type Trial } from '../../engine/index.ts';
import { hashText } from '../../engine/releases/index.ts';
import { sayNoAnswer } from '../../models/index.ts';
import { limits } from './trial.ts';

/** `open`: it was not asked, because too much has been asked already. */
export type Answer = { kind: 'answer'; output: unknown } | { kind: 'failure'; message: string } | { kind: 'open' };

/** A decision in the text it stands in. */
export type Asked = { content: string; decision: string };

export type Ask = (asked: Asked | undefined, variables: Record<string, unknown>) => Promise<Answer>;

/** Asks outside of the engine, each question once and only so many. A table that was too slow once is not asked again. */
export const createAsk = (trial: Trial, signal: AbortSignal): Ask => {
  const known = new Map<string, Promise<Answer>>();
  const slow = new Set<string>();

  const evaluate = async (table: string, asked: Asked, variables: Record<string, unknown>): Promise<Answer> => {
    if (signal.aborted) return { kind: 'open' };
    const failure = slow.has(table) ? TOO_LATE : undefined;
    const answer = failure ? { failure, output: null } : await trial.evaluate({ ...asked, variables });
    if (answer.failure === TOO_LATE) slow.add(table);
    return answer.failure ? { kind: 'failure', message: sayNoAnswer(answer.failure) } : { kind: 'answer', output: answer.output };
  };

  return (asked, variables) => {
    if (!asked) return Promise.resolve({ kind: 'failure', message: sayNoAnswer('no decision ') });
    const table = `${asked.decision} ${hashText(asked.content)}`;
    const key = `${table} ${canonical(variables)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= limits.questions) return Promise.resolve({ kind: 'open' });
    const asking = evaluate(table, asked, variables);
    known.set(key, asking);
    return asking;
  };
};
