import { defineRule } from '../define-rule.ts';
import { is } from '../model-node.ts';

/** A gateway that splits asks a question, and each way out is one of its answers; otherwise nobody can read the diagram. */
export const gatewayQuestion = defineRule({
  name: 'gateway-question',
  severity: 'error',
  check(node, report) {
    const outgoing = node.outgoing ?? [];
    if (!(is(node, 'bpmn:ExclusiveGateway') || is(node, 'bpmn:InclusiveGateway')) || outgoing.length < 2) return;
    if (!node.name?.trim().endsWith('?')) report('Diese Verzweigung braucht eine Frage als Namen, mit Fragezeichen.');
    for (const flow of outgoing)
      if (!flow.name?.trim()) report('Dieser Weg braucht die Antwort auf die Frage der Verzweigung als Namen.', flow);
  },
});
