import type { NamedNorm } from '../legal/index.ts';

/** A section that is asked for; with `paragraph` mentions of exactly that come first. */
export type Wanted = { law: string; section: string; paragraph?: string | undefined };

/** What each kind of place needs so that a page can lead there. Names are as people know them. */
export type ModelPlace = {
  kind: 'models';
  processId: string;
  name: string;
  /** Null: the process itself. */
  elementId: string | null;
  element: string;
  where: 'name' | 'documentation' | 'property';
  /** The model says "this rests on", not just mentions it. */
  basis: boolean;
};
export type DecisionPlace = { kind: 'decisions'; decisionId: string; name: string /** Null: the table itself. */; ruleId: string | null };
export type LetterPlace = { kind: 'letters'; type: string; name: string; where: 'head' | 'text' };
export type FormPlace = {
  kind: 'forms';
  formId: string;
  /** Label of the field, or what the form says. */
  field: string;
  /** Where it is filled in. */
  usedIn: { processId: string; process: string; elementId: string; element: string }[];
};
export type ArticlePlace = { kind: 'articles'; articleId: string; name: string; process: string | null };
export type ValuePlace = { kind: 'values'; key: string; name: string };
export type Place = ModelPlace | DecisionPlace | LetterPlace | FormPlace | ArticlePlace | ValuePlace;
export type PlaceKind = Place['kind'];

/** A text that names norms, and where it stands. `about`: everything said in that place, to tell whom it must be kept from. */
export type Entry<P extends Place = Place> = { place: P; text: string; about: string; named: NamedNorm[] };
