export type FeelText = { text: string; unary: boolean };

/** One decision on the way to an answer: the values its columns saw and the rows that applied, by their ids. */
export type TriedStep = { decision: string; inputs: unknown[]; rules: string[] };

/** `failure` is empty where there is an answer; `output` is null where no row applied. */
export type Tried = { failure: string; output: unknown; steps: TriedStep[] };

/** Cells that hold for given inputs, by row and column from 0. Empty cells hold always and are left out. */
export type TriedCells = { failure: string; cells: [row: number, column: number][] };

export type TableQuestion = { content: string; decision: string; variables: Record<string, unknown> };

/**
 * The engine's own parser, validator and decision engine, outside the engine: what a draft says is asked here, so that nothing it says can hold up the
 * cases of the office. Every answer has its price in processor time; what costs more is ended and comes back as `TOO_LATE`. Failures are the engine's own words, empty where
 * there is none.
 */
export type Trial = {
  /** Why drafts cannot be tried here, in words for people; undefined where they can. All other calls then throw Unavailable with it. */
  missing: () => string | undefined;
  /** One answer for each text, in their order. */
  parse: (texts: readonly FeelText[]) => Promise<string[]>;
  /** What a deployment of this process would be refused with. */
  validate: (name: string, content: string) => Promise<string>;
  /** The same for a table. */
  readTable: (content: string) => Promise<string>;
  evaluate: (question: TableQuestion) => Promise<Tried>;
  cells: (question: TableQuestion) => Promise<TriedCells>;
  close: () => Promise<void>;
};

/** Said instead of the engine's words where an answer was not waited for any longer. */
export const TOO_LATE = 'too late';
