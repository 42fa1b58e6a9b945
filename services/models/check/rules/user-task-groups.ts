import { defineRule } from '../define-rule.ts';
import { findExtension, is, textOf } from '../model-node.ts';

/** Without candidate groups a task is on nobody's list. A fixed assignee would bypass skills, absence and four eyes. */
export const userTaskGroups = defineRule({
  name: 'user-task-groups',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:UserTask')) return;
    const assignment = findExtension(node, 'zeebe:AssignmentDefinition');
    if (!textOf(assignment?.candidateGroups)) report('Diese Aufgabe nennt keine Gruppe (candidateGroups) und stünde auf keiner Liste.');
    if (textOf(assignment?.assignee)) report('Diese Aufgabe nennt eine feste Person. Wer sie bearbeitet, entscheidet die Verteilung.');
  },
});
