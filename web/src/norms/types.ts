/** What the services answer about norms; see services/norms/schemas.ts. */
type Said = { text: string; exact: boolean };

export type ModelHit = Said & {
  processId: string;
  name: string;
  elementId: string | null;
  element: string;
  where: 'name' | 'documentation' | 'property';
  basis: boolean;
};
export type DecisionHit = Said & { decisionId: string; name: string; ruleId: string | null };
export type LetterHit = Said & { type: string; name: string; where: 'head' | 'text' };
export type FormHit = Said & {
  formId: string;
  field: string;
  usedIn: { processId: string; process: string; elementId: string; element: string }[];
};
export type ArticleHit = Said & { articleId: string; name: string; process: string | null };
export type ValueHit = Said & { key: string; name: string; value: string | null };

export type Norms = {
  query: string;
  understood: boolean;
  norms: { norm: string; law: string; section: string; paragraph: string | null }[];
  near: string[];
  hits: {
    models: ModelHit[];
    decisions: DecisionHit[];
    letters: LetterHit[];
    forms: FormHit[];
    articles: ArticleHit[];
    values: ValueHit[];
    /** Null: fewer than five. */
    cases: { open: number | null; byTitle: number | null; byProcess: { processId: string; name: string; open: number }[] } | null;
  };
};

export type LetterTemplate = {
  type: string;
  name: string;
  subject: string;
  norm: string;
  lawAsOf: string;
  blocks: { kind: 'ueberschrift' | 'absatz' | 'exakt' | 'liste'; text: string }[];
};
