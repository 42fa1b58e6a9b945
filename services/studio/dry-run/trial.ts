/** What a trial has found. Kept with the change, so that who releases it reads the same. */
export type ChangedCase = {
  caseId: string;
  aktenzeichen: string;
  section: string | null;
  what: 'routing' | 'priority' | 'date' | 'decision';
  /** Name of the decision. */
  decision: string;
  before: string;
  after: string;
  words: string;
};

/** `what`: what changes there, in words. */
export type ChangedStep = { processId: string; elementId: string; name: string; openTasks: number; what: string[] };

export type DryRun = {
  at: string;
  openCases: number;
  changed: ChangedCase[];
  byStep: ChangedStep[];
  staying: { processId: string; name: string; running: number }[];
  /** Examples of the changed tables that come out otherwise than they say: the release would be refused. */
  wrongExamples: string[];
  /** What could not be tried out, in words. */
  failures: string[];
  /** The same of single cases, with how many each is said of. */
  unanswered: { words: string; cases: number }[];
  /** Cases that could be followed part of the way only. */
  unfinished: number;
  /** There is more than was looked at or is listed. */
  truncated: boolean;
};

/** No trial holds the office up, however large it is. */
export const limits = { cases: 50_000, batch: 500, questions: 3_000, listed: 2_000, milliseconds: 90_000 };
