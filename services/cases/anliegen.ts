/** Every Anliegen the routing table knows (domain: D1), hidden ones apart: those only the security officer may open or see. */
const HIDDEN_ANLIEGEN = ['SICHERHEIT', 'SICHERHEITSNACHRICHT', 'AUSWEISUNG', 'STRAFNACHRICHT'] as const;

/** Whose officer works on them (T4c). They never leave it: elsewhere nobody could see them. */
export const HIDDEN_SECTION = 'SG4';

const OPEN_ANLIEGEN = [
  'AUSREISE',
  'RUECKKEHR',
  'GUEB',
  'DULDUNG',
  'GESTATTUNG',
  'BESCHAEFTIGUNGSERLAUBNIS',
  'SCHUTZ_24',
  'HUMANITAER',
  'HAERTEFALL',
  'STUDIUM',
  'AUSBILDUNG',
  'JOBSUCHE',
  'BLAUE_KARTE',
  'BESCHAEFTIGUNG',
  'SELBSTAENDIG',
  'ARBEITGEBERWECHSEL',
  'NIEDERLASSUNG',
  'DAUERAUFENTHALT_EU',
  'FAMILIE',
  'VISUMZUSTIMMUNG',
  'FREIZUEGIGKEIT',
  'FIKTION',
  'KARTE_ABHOLEN',
  'KARTE_VERLUST',
  'BIOMETRIE',
  'REISEAUSWEIS',
  'VERPFLICHTUNG',
  'NOTFALL',
  'UMZUG',
  'WIDERSPRUCH',
  'KLAGE',
  'TELEFON',
  'TERMIN',
  'VERLAENGERUNG',
  'FACHKRAEFTEVERFAHREN',
  'AKTENEINSICHT',
  'AUFLAGE_AENDERN',
  'BESCHEINIGUNG',
  'JOBENDE_ANZEIGE',
  'BESCHWERDE',
  'ALLGEMEIN',
  'WEISS_NICHT',
] as const;

export const isHiddenAnliegen = (anliegen: string): boolean => (HIDDEN_ANLIEGEN as readonly string[]).includes(anliegen);
export const isKnownAnliegen = (anliegen: string): boolean =>
  (OPEN_ANLIEGEN as readonly string[]).includes(anliegen) || isHiddenAnliegen(anliegen);
