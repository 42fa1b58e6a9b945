import { type AnswerOf, count, flag, list, maybe, moment, object, oneOf, text } from '../../platform/shape.ts';

const few = () => maybe(count()).description('rounded down to steps of five; null: fewer than five, none among them');
const sectionCases = object({ section: maybe(text()).description('null: not routed'), cases: few() });
const changeKind = { what: oneOf('routing', 'priority', 'date', 'decision'), decision: text(), before: text(), after: text() };

export const dryRunFields = {
  at: moment(),
  openCases: few(),
  changed: list(object({ ...changeKind, caseId: text(), aktenzeichen: text(), section: maybe(text()), words: text() })).description(
    'the cases this person may open',
  ),
  sections: list(sectionCases).description('all of them'),
  kinds: list(object({ ...changeKind, sections: list(sectionCases) })).description('dates without their days'),
  byStep: list(object({ processId: text(), elementId: text(), name: text(), openTasks: few(), words: text() })),
  staying: list(object({ processId: text(), name: text(), running: count() })),
  wrongExamples: list(text()).description('with any of these the change cannot be handed in'),
  failures: list(text()),
  truncated: flag().description('there is more than was looked at'),
};

export const dryRun = object(dryRunFields);

export type SectionCases = AnswerOf<typeof sectionCases>;
export type AtLeast = SectionCases['cases'];
export type DryRun = AnswerOf<typeof dryRun>;
