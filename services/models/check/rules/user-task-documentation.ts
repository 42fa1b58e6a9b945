import { defineRule } from '../define-rule.ts';
import { is, textOf } from '../model-node.ts';

const atLeast = 80;

/** The documentation is shown to the clerk: what to do, legal basis, what good looks like. A stub helps nobody who is new. */
export const userTaskDocumentation = defineRule({
  name: 'user-task-documentation',
  severity: 'error',
  check(node, report) {
    if (!is(node, 'bpmn:UserTask')) return;
    if (textOf(node.documentation?.[0]?.text).length < atLeast) {
      report(
        'Diese Aufgabe braucht eine Anleitung (Dokumentation): was zu tun ist, auf welcher Rechtsgrundlage, und wie ein gutes Ergebnis aussieht.',
      );
    }
  },
});
