import { findUnknownNorms } from '../../../legal/index.ts';
import { defineRule } from '../define-rule.ts';
import { is, propertiesOf, textOf } from '../model-node.ts';

/** A section that does not exist is a slip of the pen that ends up in a decision: what a model says about the law must stand in processes/normen.json. */
export const normKnown = defineRule({
  name: 'norm-known',
  severity: 'error',
  check(node, report) {
    const said = is(node, 'bpmn:TextAnnotation')
      ? [textOf(node.text)]
      : is(node, 'bpmn:FlowElement') || is(node, 'bpmn:Process')
        ? [textOf(node.name), ...(node.documentation ?? []).map((each) => textOf(each.text)), ...Object.values(propertiesOf(node))]
        : [];
    for (const fault of new Set(said.flatMap((text) => findUnknownNorms(text)))) report(fault);
  },
});
