import { defineRule } from '../define-rule.ts';
import { is, type ModelNode, propertiesOf } from '../model-node.ts';

const plain = [
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:BusinessRuleTask',
  'bpmn:CallActivity',
  'bpmn:Gateway',
  'bpmn:SequenceFlow',
  'bpmn:StartEvent',
  'bpmn:EndEvent',
];

const startsItself = (process: ModelNode): boolean =>
  (process.flowElements ?? []).some((each) => is(each, 'bpmn:StartEvent') && (each.eventDefinitions ?? []).length > 0);

/** Roots and blocks may wait; they finish soon or stay small. `art` says what a model is, and a message start makes it a root whatever it says. */
const isCaseProcess = (process: ModelNode): boolean =>
  propertiesOf(process).art !== 'baustein' && propertiesOf(process).art !== 'wurzel' && !startsItself(process);

/**
 * Zeebe 8.5 migrates a running case only where its active elements are user tasks, service tasks or call activities without any boundary event. So
 * the processes that live for months (P01 …) hold nothing else; waiting, timers and messages live in `vorgang` and in small called blocks.
 */
export const plainCaseProcess = defineRule({
  name: 'plain-case-process',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:Process') || !isCaseProcess(node)) return;
    for (const element of node.flowElements ?? []) {
      const isPlain = plain.some((type) => is(element, type)) && !is(element, 'bpmn:EventBasedGateway');
      if (!isPlain || (element.eventDefinitions ?? []).length > 0) {
        report(
          'Ein Verfahren besteht nur aus Aufgaben, Verzweigungen und Aufrufen, damit laufende Vorgänge umziehen können. Warten gehört in einen Baustein.',
          element,
        );
      } else if (element.loopCharacteristics !== undefined) {
        report(
          'Eine Aufgabe mit Wiederholung kann nicht auf eine neue Fassung umziehen. Wiederholungen gehören in einen Baustein.',
          element,
        );
      }
    }
  },
});
