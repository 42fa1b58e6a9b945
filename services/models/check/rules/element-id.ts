import { defineRule } from '../define-rule.ts';
import { is } from '../model-node.ts';

/** The more special type comes first: a boundary event is a catch event, too. */
const prefixes: [type: string, ...prefixes: string[]][] = [
  ['bpmn:UserTask', 'userTask'],
  ['bpmn:ServiceTask', 'serviceTask'],
  ['bpmn:BusinessRuleTask', 'businessRuleTask'],
  ['bpmn:CallActivity', 'callActivity'],
  ['bpmn:SubProcess', 'subProcess'],
  ['bpmn:Gateway', 'gateway'],
  ['bpmn:StartEvent', 'startEvent'],
  ['bpmn:EndEvent', 'endEvent'],
  ['bpmn:BoundaryEvent', 'boundaryEvent'],
  ['bpmn:CatchEvent', 'message', 'timer', 'signal', 'link'],
  ['bpmn:SequenceFlow', 'flow'],
];

/** Ids are read by people (history, map, tests, tables): `userTask_UnterlagenPruefen`, without umlauts. A generated id says nothing. */
export const elementId = defineRule({
  name: 'element-id',
  severity: 'error',
  check(node, report) {
    const [, ...allowed] = prefixes.find(([type]) => is(node, type)) ?? [''];
    if (allowed.length === 0) return;
    const pattern = new RegExp(`^(${allowed.join('|')})_[A-Z][A-Za-z0-9]*(_[A-Z][A-Za-z0-9]*)*$`);
    if (!pattern.test(node.id ?? '')) {
      report(
        `Die id „${node.id ?? ''}“ ist nicht sprechend. Erwartet wird ${allowed.join('_… oder ')}_ und ein Name ohne Umlaute, zum Beispiel ${allowed[0]}_UnterlagenPruefen.`,
      );
    }
  },
});
