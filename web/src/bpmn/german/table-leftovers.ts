/** Words that the decision editor has without asking for a translation. */
export const tableLeftovers: Record<string, string> = {
  'Decision Table': 'Tabelle',
  'Open decision table': 'Tabelle öffnen',
  'Open literal expression': 'Ausdruck öffnen',
  'View DRD': 'Zusammenhang zeigen',
  'Powered by bpmn.io': 'Powered by bpmn.io',
};
