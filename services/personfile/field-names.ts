import type { PersonalField } from '../persons/index.ts';

const NAMES: Record<PersonalField, string> = {
  familienname: 'Familienname',
  vornamen: 'Vornamen',
  geburtsname: 'Geburtsname',
  aliasnamen: 'andere Namen',
  geburtsdatum: 'Geburtsdatum',
  geburtsort: 'Geburtsort',
  geburtsstaat: 'Geburtsstaat',
  geschlecht: 'Geschlecht',
  staatsangehoerigkeiten: 'Staatsangehörigkeit',
  anschrift: 'Anschrift',
  einzugsdatum: 'wohnt dort seit',
  telefon: 'Telefon',
  email: 'E-Mail',
  kontaktweg: 'Kontaktweg',
  sprache: 'Sprache',
  auskunftssperre: 'Auskunftssperre',
  azrNummer: 'AZR-Nummer',
  passNummer: 'Passnummer',
  passStaat: 'Ausstellerstaat des Passes',
  passAusstellung: 'Pass ausgestellt am',
  passGueltigBis: 'Pass gültig bis',
};

/** As lines of the history call it: which field, never its value. */
export const nameField = (field: PersonalField): string => NAMES[field] ?? field;
