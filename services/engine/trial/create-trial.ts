import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { Unavailable } from '../../platform/errors.ts';
import { type Answer, createProgram } from './run-program.ts';
import { type TableQuestion, TOO_LATE, type Trial, type Tried, type TriedCells } from './trial.ts';

/** Milliseconds of processor time one answer may cost. A first question also pays for loading what it needs. */
const prices = { parse: 8_000, validate: 12_000, table: 8_000, evaluate: 2_000, cells: 8_000 };

const missing =
  'Entwürfe lassen sich hier nicht ausprobieren: Das Programm dafür fehlt (Einstellungen TRIAL_JAVA und TRIAL_CLASSES). Ohne Probe wird nichts freigegeben.';

const hashed = (content: string): { hash: string; content: string } => ({
  hash: createHash('sha256').update(content).digest('hex'),
  content,
});

const failureOf = (answer: Answer): string => {
  if (answer.late === true || answer.deep === true) return TOO_LATE;
  return typeof answer.failure === 'string' ? answer.failure : '';
};

/** Starts nothing until it is asked. */
export const createTrial = ({ trialJava, trialClasses }: { trialJava: string; trialClasses: string }, log: Logger): Trial => {
  const program = createProgram({ java: trialJava, classPath: trialClasses }, log);
  const isThere = trialJava !== '' && trialClasses !== '';
  const ask = async (what: keyof typeof prices, question: Record<string, unknown>, content?: string): Promise<Answer> => {
    if (!isThere) throw new Unavailable(missing);
    return program.ask({ ask: what, milliseconds: prices[what], ...question }, content === undefined ? undefined : hashed(content));
  };
  /** A table is read under a price of its own, so that the price of an answer is that of the answer. */
  const askTable = async (what: 'evaluate' | 'cells', { content, decision, variables }: TableQuestion): Promise<Answer> => {
    if (what === 'evaluate') {
      const read = await ask('table', {}, content);
      if (failureOf(read) !== '') return read;
    }
    return ask(what, { decision, variables }, content);
  };
  return {
    missing: () => (isThere ? undefined : missing),
    parse: async (expressions) => {
      if (expressions.length === 0) return [];
      const answer = await ask('parse', { expressions });
      const failure = failureOf(answer);
      return failure ? expressions.map(() => failure) : (answer.faults as string[]);
    },
    validate: async (name, content) => failureOf(await ask('validate', { name, content })),
    readTable: async (content) => failureOf(await ask('table', {}, content)),
    evaluate: async (question): Promise<Tried> => {
      const answer = await askTable('evaluate', question);
      const failure = answer.missing === true ? `no decision ${question.decision}` : failureOf(answer);
      return { failure, output: answer.output ?? null, steps: (answer.steps as Tried['steps'] | undefined) ?? [] };
    },
    cells: async (question): Promise<TriedCells> => {
      const answer = await askTable('cells', question);
      return { failure: failureOf(answer), cells: (answer.cells as TriedCells['cells'] | undefined) ?? [] };
    },
    close: () => program.close(),
  };
};
