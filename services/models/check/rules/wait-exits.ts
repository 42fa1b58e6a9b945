import { defineRule } from '../define-rule.ts';
import { findExtension, hasDefinition, is, type ModelNode, textOf } from '../model-node.ts';

const reaches = (from: ModelNode, goal: ModelNode, seen = new Set<ModelNode>()): boolean => {
  if (from === goal) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (from.outgoing ?? []).some((flow) => flow.targetRef !== undefined && reaches(flow.targetRef, goal, seen));
};

const messageOf = (event: ModelNode): ModelNode | undefined =>
  event.eventDefinitions?.find((each) => is(each, 'bpmn:MessageEventDefinition'))?.messageRef;

const correlatesOnWait = (message: ModelNode): boolean => {
  const subscription = findExtension(message, 'zeebe:Subscription');
  return textOf(subscription?.correlationKey).replaceAll(/\s/g, '') === '=warteId';
};

const isMoved = (event: ModelNode): boolean => messageOf(event)?.name === 'frist-geaendert';

/**
 * In every second case a date moves, and the engine fixes a timer when the wait begins. So every wait is an event-based gateway with three exits:
 * what is waited for, the timer, and `frist-geaendert`, which leads back and arms the timer anew. All messages of a wait carry its own `warteId`.
 */
export const waitExits = defineRule({
  name: 'wait-exits',
  severity: 'error',
  check(node, report) {
    if (is(node, 'bpmn:ReceiveTask')) report('Auf Nachrichten wartet ein ereignisbasiertes Gateway mit Frist, keine Empfangsaufgabe.');
    if (is(node, 'bpmn:IntermediateCatchEvent')) {
      const waits = hasDefinition(node, 'bpmn:TimerEventDefinition') || hasDefinition(node, 'bpmn:MessageEventDefinition');
      const sources = (node.incoming ?? []).map((flow) => flow.sourceRef);
      if (waits && !sources.every((source) => source && is(source, 'bpmn:EventBasedGateway'))) {
        report(
          'Dieses Ereignis wartet allein. Vor jedes Warten gehört ein ereignisbasiertes Gateway, damit die Frist sich verschieben lässt.',
        );
      }
      const message = messageOf(node);
      if (message && !correlatesOnWait(message)) report('Diese Nachricht muss zu genau diesem Warten gehören: Schlüssel =warteId.');
    }
    if (!is(node, 'bpmn:EventBasedGateway')) return;
    const exits = (node.outgoing ?? []).flatMap((flow) => flow.targetRef ?? []);
    if (!exits.some((exit) => hasDefinition(exit, 'bpmn:TimerEventDefinition')))
      report('Dieses Warten hat keine Frist und könnte ewig dauern.');
    const moved = exits.find(isMoved);
    if (!moved) report('Diesem Warten fehlt der Ausgang „frist-geaendert“: Die Frist ließe sich nicht verschieben.');
    else if (!reaches(moved, node)) report('„Frist geändert“ muss zu diesem Warten zurückführen, damit die Uhr neu gestellt wird.', moved);
    if (!exits.some((exit) => hasDefinition(exit, 'bpmn:MessageEventDefinition') && exit !== moved)) {
      report('Diesem Warten fehlt der Ausgang für das, worauf gewartet wird.');
    }
  },
});
