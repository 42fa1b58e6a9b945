import { defineRule } from '../define-rule.ts';
import { findExtension, is, textOf } from '../model-node.ts';

/** Only linked forms are pinned to the release and validated on the server; an embedded or foreign form is neither. */
export const userTaskForm = defineRule({
  name: 'user-task-form',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:UserTask')) return;
    const form = findExtension(node, 'zeebe:FormDefinition');
    if (!textOf(form?.formId) || textOf(form?.formKey)) report('Diese Aufgabe braucht ein verknüpftes Formular (formId).');
    if (!textOf(findExtension(node, 'zeebe:TaskSchedule')?.dueDate))
      report('Diese Aufgabe braucht ein Fälligkeitsdatum (dueDate), meist =faelligAm.');
  },
});
