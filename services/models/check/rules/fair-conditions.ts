import { defineRule } from '../define-rule.ts';
import { findUnfairNames, unfairSentence } from '../fairness.ts';
import { expressionsOf, is } from '../model-node.ts';

/** Conditions, groups and mappings of a model read no protected feature (fairness.ts). */
export const fairConditions = defineRule({
  name: 'fair-conditions',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:FlowElement') && !is(node, 'bpmn:Message')) return;
    const names = expressionsOf(node).flatMap(findUnfairNames);
    if (names.length > 0) report(unfairSentence([...new Set(names)]));
  },
});
