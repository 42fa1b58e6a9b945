import { listedFields } from '../cases/answers.ts';
import {
  type AnswerOf,
  count,
  day,
  flag,
  list,
  maybe,
  moment,
  nested,
  object,
  oneOf,
  record,
  type Shape,
  text,
} from '../platform/shape.ts';
import type { FormField } from '../reading/read-form-fields.ts';

const figures = object({ running: count(), openTasks: count(), incidents: count() });

const mapProcess = object({
  id: text(),
  name: text(),
  version: count(),
  summary: text(),
  norm: maybe(text()),
  lawAsOf: maybe(text()),
  notice: maybe(text()),
  calls: list(text()),
  decisions: list(text()),
  figures: maybe(figures).description('null for those who see no figures'),
});

const mapSection = object({
  id: text(),
  name: text(),
  openCases: maybe(count()),
  processes: list(mapProcess),
  planned: list(object({ id: text(), anliegen: list(text()) })).description('targets of the routing table without a model yet'),
});

const mapDecision = object({ id: text(), name: text(), version: count(), rules: count(), usedBy: list(text()), neededBy: list(text()) });

export const landscape = object({
  counted: oneOf('office', 'own', 'none').description('whose cases the figures are of'),
  sections: list(mapSection),
  unrouted: maybe(count()),
  roots: list(mapProcess),
  blocks: list(mapProcess),
  others: list(mapProcess),
  decisions: list(mapDecision),
});

const formField: Shape<FormField> = nested('formField', (self) =>
  object({
    key: text(),
    label: text(),
    kind: text().description('form-js’ own word: textfield, datetime, radio, checklist …'),
    required: flag(),
    options: list(object({ value: text(), label: text() })),
    description: text(),
    conditional: flag().description('shown under a condition only'),
    fields: list(self).description('of one row, for a list that grows'),
  }),
);

const named = object({ id: text(), name: text() });
const step = object({
  elementId: text(),
  type: text(),
  event: maybe(text()),
  name: text(),
  documentation: text(),
  parent: maybe(text()),
  performers: maybe(object({ kind: oneOf('assigned', 'legal', 'named'), groups: list(text()) })),
  skill: maybe(text()),
  norm: maybe(text()),
  lawAsOf: maybe(text()),
  fourEyes: maybe(object({ elementId: text(), name: text() })),
  form: maybe(object({ id: text(), fields: list(formField) })),
  process: maybe(named),
  decision: maybe(named),
});

export const processInWords = object({
  id: text(),
  name: text(),
  version: count(),
  current: flag(),
  documentation: text(),
  norm: maybe(text()),
  lawAsOf: maybe(text()),
  notice: maybe(text()),
  kind: maybe(text()),
  sections: list(text()),
  elements: list(step),
});

const stepFigures = object({
  elementId: text(),
  count: count(),
  incidents: count(),
  medianSince: maybe(moment()),
  oldestSince: maybe(moment()),
});
export const tokens = object({
  version: count(),
  now: moment().description('the office clock'),
  elements: maybe(list(stepFigures)),
  versions: maybe(list(object({ version: maybe(count()), running: count() }))),
});

const few = () => maybe(count()).description('where figures are in steps, null is fewer than five');
const ms = () => maybe(count()).description('milliseconds; null where nothing ended');
const heatFigures = object({ elementId: text(), count: few(), medianMs: ms(), p90Ms: ms(), open: few() });
export const heat = object({
  from: day(),
  to: day(),
  section: maybe(text()),
  version: maybe(count()),
  inSteps: flag().description('figures are rounded down to steps of five, and what is below is left out'),
  elements: maybe(list(heatFigures)),
});

const release = object({
  id: text(),
  kind: oneOf('bpmn', 'dmn', 'form'),
  version: count().description('our release number'),
  engineId: text(),
  hash: text(),
  releasedAt: moment(),
  releasedBy: text(),
  current: flag(),
});
export const releases = object({ items: list(release) });

const caseHere = object({ ...listedFields, since: moment() });
export const casesHere = object({ items: list(caseHere), next: maybe(text()) });

export const decisionTable = object({
  id: text(),
  name: text(),
  version: count(),
  current: flag(),
  hitPolicy: text(),
  inputs: list(object({ label: text(), expression: text() })),
  outputs: list(object({ label: text(), name: text() })),
  rules: list(object({ id: text(), inputs: list(text()), outputs: list(text()), annotation: text() })),
  requires: list(named),
  words: record(text()).description('what codes of the cells mean'),
});

const draftFinding = object({
  severity: oneOf('error', 'warning'),
  elementId: text().description('empty: the file as a whole'),
  rule: text(),
  message: text(),
});
export const draftFindings = object({ findings: list(draftFinding) });

export type { FormField };
export type Figures = AnswerOf<typeof figures>;
export type MapProcess = AnswerOf<typeof mapProcess>;
export type MapSection = AnswerOf<typeof mapSection>;
export type Landscape = AnswerOf<typeof landscape>;
export type Step = AnswerOf<typeof step>;
export type ProcessInWords = AnswerOf<typeof processInWords>;
export type StepFigures = AnswerOf<typeof stepFigures>;
export type Tokens = AnswerOf<typeof tokens>;
export type HeatFigures = AnswerOf<typeof heatFigures>;
export type Heat = AnswerOf<typeof heat>;
export type Release = AnswerOf<typeof release>;
export type Releases = AnswerOf<typeof releases>;
export type CaseHere = AnswerOf<typeof caseHere>;
export type CasesHere = AnswerOf<typeof casesHere>;
export type DecisionTable = AnswerOf<typeof decisionTable>;
export type DraftFinding = AnswerOf<typeof draftFinding>;
export type DraftFindings = AnswerOf<typeof draftFindings>;
