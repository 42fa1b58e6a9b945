import { defineRule } from '../define-rule.ts';
import { findFlood } from '../feel.ts';
import { expressionsOf, is } from '../model-node.ts';

/** See feel.ts: one expression can block every case of the office. */
export const feelLimits = defineRule({
  name: 'feel-limits',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:FlowElement') && !is(node, 'bpmn:Message')) return;
    for (const expression of expressionsOf(node)) {
      const flood = findFlood(expression);
      if (flood) report(`Ein Ausdruck ${flood}. Er könnte die Engine für alle anhalten.`);
    }
  },
});
