import { isHiddenAnliegen } from '../staff/index.ts';

/** Whose officer works on hidden matters (T4c). They never leave it: elsewhere nobody could see them. */
export const HIDDEN_SECTION = 'SG4';

/** Every Anliegen the routing table knows (domain: D1) but the hidden ones, which the rights name (staff/rights.ts). */
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

export const isKnownAnliegen = (anliegen: string): boolean =>
  (OPEN_ANLIEGEN as readonly string[]).includes(anliegen) || isHiddenAnliegen(anliegen);
