/** What people call a letter. */
const names: Record<string, string> = {
  eingangsbestaetigung: 'Eingangsbestätigung',
  nachforderung: 'Nachforderung',
  erinnerung: 'Erinnerung',
  duldung: 'Begleitschreiben zur Duldung',
  'bescheid-dul': 'Bescheid über die Ablehnung der Duldung',
  'bescheid-ert': 'Bescheid über die Erteilung',
  'bescheid-vers': 'Bescheid über die Ablehnung',
  'bescheid-neb': 'Bescheid über eine Nebenbestimmung',
  'bescheid-ein': 'Entscheidung über den Widerspruch',
  anhoerung: 'Anhörung',
  'widerspruch-eingang': 'Bestätigung des Widerspruchs',
  'widerspruch-unstatthaft': 'Antwort auf den Widerspruch',
  'widerspruch-abgabe': 'Nachricht über die Abgabe an das Regierungspräsidium',
  ruecknahme: 'Bestätigung der Rücknahme',
};

export const nameLetter = ({ type, subject }: { type: string; subject: string }): string => names[type] ?? subject;
