import { defineRule } from '../define-rule.ts';
import { is, propertiesOf } from '../model-node.ts';

const arten = ['wurzel', 'baustein', 'verfahren'];

/** The law state of every model and task is shown in the footer; a model that does not name it cannot be checked when the law changes. */
export const legalBasis = defineRule({
  name: 'legal-basis',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:Process') && !is(node, 'bpmn:UserTask')) return;
    const { norm, rechtsstand, art } = propertiesOf(node);
    if (!norm) report('Hier fehlt die Rechtsgrundlage (Eigenschaft norm).');
    if (!rechtsstand || !/^\d{4}-\d{2}-\d{2}$/.test(rechtsstand))
      report('Hier fehlt der Rechtsstand als Datum (Eigenschaft rechtsstand, zum Beispiel 2026-04-29).');
    if (is(node, 'bpmn:Process') && !arten.includes(art ?? ''))
      report(`Der Prozess sagt nicht, was er ist (Eigenschaft art: ${arten.join(', ')}).`);
  },
});
