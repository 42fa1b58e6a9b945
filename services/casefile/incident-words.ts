const words: Record<string, string> = {
  JOB_NO_RETRIES: 'Der Schritt ließ sich auch nach mehreren Versuchen nicht ausführen.',
  IO_MAPPING_ERROR: 'Dem Schritt fehlt eine Angabe, die er braucht.',
  CONDITION_ERROR: 'Die Verzweigung findet keinen Weg, der zu den Angaben passt.',
  EXTRACT_VALUE_ERROR: 'Ein Wert im Modell lässt sich aus den Angaben nicht bilden.',
  CALLED_ELEMENT_ERROR: 'Der Teilprozess, der hier beginnen soll, ist nicht freigegeben.',
  CALLED_DECISION_ERROR: 'Die Entscheidungstabelle, die hier gilt, ist nicht freigegeben.',
  DECISION_EVALUATION_ERROR: 'Die Entscheidungstabelle kommt mit den Angaben zu keinem Ergebnis.',
  FORM_NOT_FOUND: 'Das Formular dieser Aufgabe ist nicht freigegeben.',
  UNHANDLED_ERROR_EVENT: 'Der Schritt meldet einen Fall, den das Modell nicht vorsieht.',
  MESSAGE_SIZE_EXCEEDED: 'Die Angaben sind für die Prozess-Engine zu groß.',
};

/**
 * What stops a case, for people in the office. The engine's own text may hold what does not belong on a screen; operations reads it. `fault`: why a
 * question to another authority has not gone out, in a sentence made for people.
 */
export const incidentWords = (errorType: string, fault?: string): string =>
  `${(errorType === 'JOB_NO_RETRIES' && fault) || words[errorType] || 'Der Schritt ist auf einen Fehler gelaufen.'} Die Technik sieht die Störung und behebt sie; was eingegeben wurde, ist gesichert.`;
