import type { Kind } from '../../engine/releases/index.ts';

/** How much a difference can do, ascending: drawing, words, a figure in a rule, a rule, the way a case takes. */
const changeClasses = ['layout', 'text', 'number', 'rule', 'flow'] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** Which cell of a decision table; column counts within its side. */
export type CellPlace = { decisionId: string; ruleId: string; column: number; side: 'input' | 'output' | 'annotation' };

export type Difference = {
  path: string;
  kind: Kind;
  /** `moved` is the drawing only; rows and ways out in another order are `changed`. */
  how: 'added' | 'removed' | 'changed' | 'moved';
  /** BPMN element, decision or row, key of a form field; empty: the file. */
  elementId: string;
  place: string;
  aspect: string;
  before: string | null;
  after: string | null;
  /** One German sentence. */
  words: string;
  class: ChangeClass;
  /** Somebody who answers for the law has to agree. */
  legal: boolean;
  cell?: CellPlace;
};

/** One file before and after; null where it is not there. */
export type FilePair = { path: string; before: string | null; after: string | null };

/** What codes mean to people: `"SG1"` in a cell, a process id, an option of a form. */
export type Words = Readonly<Record<string, string>>;

export const highestClass = (classes: readonly ChangeClass[]): ChangeClass | null =>
  changeClasses[Math.max(-1, ...classes.map((each) => changeClasses.indexOf(each)))] ?? null;
