import { defineRule } from '../define-rule.ts';
import { expressionsOf, findExtension, is, type ModelNode, textOf } from '../model-node.ts';
import { findPersonalNames, findPersonalReads, personalSentence } from '../personal-data.ts';

const listed = (node: ModelNode | undefined, name: string): ModelNode[] => {
  const value = node?.[name];
  return Array.isArray(value) ? (value as ModelNode[]) : [];
};

/** Names an element gives to variables: targets of its mappings, the variable of a result, the element of a loop. */
const writtenBy = (node: ModelNode): string[] => {
  const mapping = findExtension(node, 'zeebe:IoMapping');
  const targets = [...listed(mapping, 'inputParameters'), ...listed(mapping, 'outputParameters')].map((each) => textOf(each.target));
  const results = ['zeebe:CalledDecision', 'zeebe:Script'].map((type) => textOf(findExtension(node, type)?.resultVariable));
  const loop = node.loopCharacteristics as ModelNode | undefined;
  const loopExtension = loop && findExtension(loop, 'zeebe:LoopCharacteristics');
  return [...targets, ...results, textOf(loopExtension?.inputElement), textOf(loopExtension?.outputCollection)].filter(Boolean);
};

/** Personal data stay in the case; the engine gets ids, codes and dates (personal-data.ts). */
export const personalData = defineRule({
  name: 'personal-data',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:FlowElement') && !is(node, 'bpmn:Message')) return;
    const names = [...findPersonalNames(writtenBy(node)), ...expressionsOf(node).flatMap(findPersonalReads)];
    if (names.length > 0) report(personalSentence([...new Set(names)]));
  },
});
