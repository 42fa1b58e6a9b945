/** What the decision editor says without asking for a translation. */
export const tableLeftovers: Record<string, string> = {
  'Decision Table': 'Tabelle',
  'Open decision table': 'Tabelle öffnen',
  'Open literal expression': 'Ausdruck öffnen',
  'View DRD': 'Zusammenhang zeigen',
  'Decision table context menu': 'Menü der Tabelle',
  'Remove item': 'Entfernen',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched':
    'Die Zeilen schließen einander aus: Es passt höchstens eine.',
  'Rules may overlap. The first matching rule will be chosen': 'Passen mehrere Zeilen, gilt die oberste.',
  'Rules may overlap. The one with the highest priority will be chosen': 'Passen mehrere Zeilen, gilt die wichtigste.',
  'Rules may overlap. Their output have to match': 'Passen mehrere Zeilen, müssen sie dasselbe ergeben.',
  'Collects the values of all matching rules': 'Sammelt die Ergebnisse aller passenden Zeilen.',
  'Collects the values of all matching rules and sums up to a single value': 'Zählt die Ergebnisse aller passenden Zeilen zusammen.',
  'Collects the values of all matching rules and uses the lowest value': 'Nimmt das kleinste Ergebnis aller passenden Zeilen.',
  'Collects the values of all matching rules and uses the highest value': 'Nimmt das größte Ergebnis aller passenden Zeilen.',
  'Collects the values of all matching rules and counts the number of them': 'Zählt die passenden Zeilen.',
  'Collects the values of all matching rules in rule order': 'Sammelt die Ergebnisse in der Reihenfolge der Zeilen.',
  'Collects the values of all matching rules in decreasing output priority order': 'Sammelt die Ergebnisse nach Wichtigkeit.',
};
