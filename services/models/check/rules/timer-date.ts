import { defineRule } from '../define-rule.ts';
import { is, type ModelNode, ownerIdOf } from '../model-node.ts';

const variable = /^=\s*[a-zA-Z_]\w*(\.\w+)*$/;

/**
 * Deadlines are computed by the office's calendar and reach the model as absolute dates. A duration would begin anew when a case moves to another
 * version, knows no holidays, and cannot be shown to anybody.
 */
export const timerDate = defineRule({
  name: 'timer-date',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:TimerEventDefinition')) return;
    const at = { $type: node.$type, id: ownerIdOf(node.$parent ?? node) };
    const { timeDate, timeDuration, timeCycle } = node as { timeDate?: ModelNode; timeDuration?: ModelNode; timeCycle?: ModelNode };
    if (timeDuration || timeCycle)
      report('Diese Uhr zählt eine Dauer. Fristen kommen als Datum aus dem Kalender, zum Beispiel =frist.', at);
    else if (!variable.test(timeDate?.body?.trim() ?? ''))
      report('Diese Uhr liest kein berechnetes Datum. Erwartet wird eine Variable, zum Beispiel =frist.', at);
  },
});
