import type { ModelNode } from './model-node.ts';

type Reporter = { report: (elementId: string, message: string) => void };
export type RuleFactory = () => { check: (node: ModelNode, reporter: Reporter) => void };

/** A rule of our own: called for every element of a model; each sentence it reports is shown to a process owner as it is. */
export type Rule = {
  name: string;
  severity: 'error' | 'warning';
  check: (node: ModelNode, report: (message: string, at?: ModelNode) => void) => void;
};

export const defineRule = (rule: Rule): Rule => rule;

export const asFactory =
  ({ check }: Rule): RuleFactory =>
  () => ({
    check: (node, reporter) => check(node, (message, at = node) => reporter.report(at.id ?? '', message)),
  });
