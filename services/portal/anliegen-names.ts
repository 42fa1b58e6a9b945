import type { Language } from './language.ts';

const names: Record<string, Record<Language, string>> = {
  DULDUNG: { de: 'Duldung', en: 'Duldung (temporary suspension of deportation)' },
  GESTATTUNG: { de: 'Aufenthaltsgestattung', en: 'Permission to stay during the asylum procedure' },
  HUMANITAER: { de: 'Humanitärer Aufenthalt', en: 'Humanitarian residence' },
  HAERTEFALL: { de: 'Härtefall', en: 'Hardship case' },
  SCHUTZ_24: { de: 'Vorübergehender Schutz', en: 'Temporary protection' },
  BESCHAEFTIGUNGSERLAUBNIS: { de: 'Beschäftigungserlaubnis', en: 'Permission to work' },
  AUSREISE: { de: 'Ausreise', en: 'Departure' },
  RUECKKEHR: { de: 'Freiwillige Rückkehr', en: 'Voluntary return' },
  GUEB: { de: 'Grenzübertrittsbescheinigung', en: 'Border crossing certificate' },
  STUDIUM: { de: 'Aufenthalt für ein Studium', en: 'Residence for studying' },
  AUSBILDUNG: { de: 'Aufenthalt für eine Ausbildung', en: 'Residence for vocational training' },
  JOBSUCHE: { de: 'Aufenthalt zur Arbeitsplatzsuche', en: 'Residence to look for work' },
  BESCHAEFTIGUNG: { de: 'Aufenthalt für eine Beschäftigung', en: 'Residence for employment' },
  SELBSTAENDIG: { de: 'Aufenthalt für eine selbständige Tätigkeit', en: 'Residence for self-employment' },
  ARBEITGEBERWECHSEL: { de: 'Wechsel des Arbeitgebers', en: 'Change of employer' },
  JOBENDE_ANZEIGE: { de: 'Ende der Beschäftigung', en: 'End of employment' },
  BLAUE_KARTE: { de: 'Blaue Karte EU', en: 'EU Blue Card' },
  FACHKRAEFTEVERFAHREN: { de: 'Beschleunigtes Fachkräfteverfahren', en: 'Fast-track procedure for skilled workers' },
  FAMILIE: { de: 'Aufenthalt für die Familie', en: 'Residence for family members' },
  NIEDERLASSUNG: { de: 'Niederlassungserlaubnis', en: 'Settlement permit' },
  DAUERAUFENTHALT_EU: { de: 'Erlaubnis zum Daueraufenthalt-EU', en: 'EU long-term residence permit' },
  VISUMZUSTIMMUNG: { de: 'Zustimmung zum Visum', en: 'Consent to a visa' },
  FREIZUEGIGKEIT: { de: 'Freizügigkeit', en: 'Freedom of movement' },
  FIKTION: { de: 'Fiktionsbescheinigung', en: 'Provisional residence document' },
  BIOMETRIE: { de: 'Foto und Fingerabdrücke', en: 'Photo and fingerprints' },
  KARTE_ABHOLEN: { de: 'Karte abholen', en: 'Collect a card' },
  KARTE_VERLUST: { de: 'Karte verloren', en: 'Lost card' },
  REISEAUSWEIS: { de: 'Reiseausweis', en: 'Travel document' },
  VERPFLICHTUNG: { de: 'Verpflichtungserklärung', en: 'Declaration of commitment' },
  UMZUG: { de: 'Umzug', en: 'Move' },
  BESCHEINIGUNG: { de: 'Bescheinigung', en: 'Certificate' },
  AUFLAGE_AENDERN: { de: 'Auflage ändern', en: 'Change a condition' },
  AKTENEINSICHT: { de: 'Akteneinsicht', en: 'Access to the file' },
  VERLAENGERUNG: { de: 'Verlängerung', en: 'Extension' },
  WIDERSPRUCH: { de: 'Widerspruch', en: 'Objection' },
  KLAGE: { de: 'Klage', en: 'Court action' },
  BESCHWERDE: { de: 'Beschwerde', en: 'Complaint' },
  NOTFALL: { de: 'Notfall', en: 'Emergency' },
  TERMIN: { de: 'Termin', en: 'Appointment' },
  TELEFON: { de: 'Rückruf', en: 'Call back' },
};

const general: Record<Language, string> = { de: 'Ihr Anliegen', en: 'Your matter' };

/** What a matter is called to the person it belongs to. */
export const anliegenName = (anliegen: string, language: Language): string => names[anliegen]?.[language] ?? general[language];
