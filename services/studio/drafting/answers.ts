import { type AnswerOf, count, facts, list, maybe, object, text, value } from '../../platform/shape.ts';

export const importedFile = object({ path: text(), notes: list(text()) });
export const completedDiagram = object({ notes: list(text()), files: list(text()), version: count() });
const processChoice = object({ id: text().description('in the file'), name: text(), steps: count() });

export const fileLook = object({
  choices: list(processChoice),
  notes: list(text()).description('what an import would leave out or change'),
});

const example = object({ name: text(), decision: text(), input: facts(), output: value() });
export const skeleton = object({ files: list(object({ path: text(), content: text() })) });
export const proposedExample = object({ vector: maybe(example).description('null where no inputs reach the row') });
const model = { id: text(), name: text(), path: text() };

export const catalogue = object({
  messages: list(object({ name: text(), usedIn: list(text()) })),
  jobTypes: list(object({ type: text(), title: text(), inputs: list(text()), outputs: list(text()) })),
  roles: list(object({ group: text(), name: text() })),
  skills: list(text()),
  purposes: list(object({ purpose: text(), name: text() })),
  forms: list(object(model)),
  decisions: list(object({ ...model, decisions: list(text()) })),
  processes: list(object(model)),
  articles: list(object({ id: text(), title: text(), process: maybe(text()), step: maybe(text()) })),
  norms: list(text()),
});

export type ImportedFile = AnswerOf<typeof importedFile>;
export type CompletedDiagram = AnswerOf<typeof completedDiagram>;
export type ProcessChoice = AnswerOf<typeof processChoice>;
export type FileLook = AnswerOf<typeof fileLook>;
export type Example = AnswerOf<typeof example>;
export type Skeleton = AnswerOf<typeof skeleton>;
export type ProposedExample = AnswerOf<typeof proposedExample>;
export type StudioCatalogue = AnswerOf<typeof catalogue>;
