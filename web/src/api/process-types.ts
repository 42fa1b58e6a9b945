/** What the services answer about models; shapes of services/models. */
export type Figures = { running: number; openTasks: number; incidents: number };

export type MapProcess = {
  id: string;
  name: string;
  version: number;
  summary: string;
  norm: string | null;
  lawAsOf: string | null;
  notice: string | null;
  calls: string[];
  decisions: string[];
  figures: Figures | null;
};

export type MapSection = {
  id: string;
  name: string;
  openCases: number | null;
  processes: MapProcess[];
  planned: { id: string; anliegen: string[] }[];
};

export type MapDecision = { id: string; name: string; version: number; rules: number; usedBy: string[]; neededBy: string[] };

export type Landscape = {
  counted: 'office' | 'own' | 'none';
  sections: MapSection[];
  unrouted: number | null;
  roots: MapProcess[];
  blocks: MapProcess[];
  others: MapProcess[];
  decisions: MapDecision[];
};

export type FormField = {
  key: string;
  label: string;
  kind: string;
  required: boolean;
  options: { value: string; label: string }[];
  description: string;
  conditional: boolean;
  fields: FormField[];
};

export type Step = {
  elementId: string;
  type: string;
  event: string | null;
  name: string;
  documentation: string;
  parent: string | null;
  performers: { kind: 'assigned' | 'legal' | 'named'; groups: string[] } | null;
  skill: string | null;
  norm: string | null;
  lawAsOf: string | null;
  fourEyes: { elementId: string; name: string } | null;
  form: { id: string; fields: FormField[] } | null;
  process: { id: string; name: string } | null;
  decision: { id: string; name: string } | null;
};

export type ProcessInWords = {
  id: string;
  name: string;
  version: number;
  current: boolean;
  documentation: string;
  norm: string | null;
  lawAsOf: string | null;
  notice: string | null;
  kind: string | null;
  sections: string[];
  elements: Step[];
};

export type StepFigures = { elementId: string; count: number; incidents: number; medianSince: string | null; oldestSince: string | null };

export type Tokens = {
  version: number;
  now: string;
  elements: StepFigures[] | null;
  versions: { version: number | null; running: number }[] | null;
};

export type Release = { id: string; version: number; current: boolean; releasedAt: string };

export type CaseHere = {
  caseId: string;
  aktenzeichen: string;
  /** Null where the person has not been identified. */
  anliegen: string | null;
  status: string;
  person: string | null;
  deadline: string | null;
  since: string;
};

export type CasesHere = { items: CaseHere[]; next: string | null };

export type DecisionTable = {
  id: string;
  name: string;
  version: number;
  current: boolean;
  hitPolicy: string;
  inputs: { label: string; expression: string }[];
  outputs: { label: string; name: string }[];
  rules: { id: string; inputs: string[]; outputs: string[]; annotation: string }[];
  requires: { id: string; name: string }[];
  words: Record<string, string>;
};
