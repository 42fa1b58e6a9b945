import Joi from 'joi';

const text = (max = 100) => Joi.string().trim().max(max);
/** `JJJJ-MM-TT`; month or day may be 00 where the passport does not know them. */
const partialDate = Joi.string()
  .pattern(/^(19|20)\d\d-(0\d|1[0-2])-([0-2]\d|3[01])$/)
  .messages({ 'string.pattern.base': 'bitte als JJJJ-MM-TT angeben, Unbekanntes als 00' });
export const calendarDate = Joi.string()
  .pattern(/^\d{4}-\d\d-\d\d$/)
  .custom((value: string, helpers) => {
    try {
      Temporal.PlainDate.from(value, { overflow: 'reject' });
      return value;
    } catch {
      return helpers.error('date.calendar');
    }
  })
  .messages({ 'string.pattern.base': 'bitte als JJJJ-MM-TT angeben', 'date.calendar': 'diesen Tag gibt es im Kalender nicht' });

const AUFENTHALTSSTATUS = [
  'TITEL_GUELTIG',
  'TITEL_ABGELAUFEN',
  'VISUM_D',
  'SCHENGEN_C',
  'VISUMFREI',
  'FIKTION',
  'GESTATTUNG',
  'DULDUNG',
  'KEINER',
  'EU_FREI',
] as const;

/** The applicant's fields at intake (form fields of the office, German names). Only what is needed to begin is required; the rest can be asked for later. */
export const applicantSchema = Joi.object({
  familienname: text().required(),
  vornamen: text().required(),
  geburtsdatum: partialDate.required(),
  staatsangehoerigkeiten: Joi.array().items(text(40)).min(1).max(8).required(),
  email: Joi.string().email({ tlds: false }).max(254),
  telefon: text(40).pattern(/^[+\d][\d\s/()-]{3,}$/),
  geburtsname: text(),
  geburtsort: text(),
  geburtsstaat: text(40),
  geschlecht: Joi.string().valid('w', 'm', 'd', 'ohne Angabe'),
  azrNummer: text(20),
  anschrift: text(300),
  einzugsdatum: calendarDate,
  kontaktweg: Joi.string().valid('email', 'telefon', 'post'),
  sprache: text(10),
  passNummer: text(20),
  passAusstellung: calendarDate,
  passGueltigBis: calendarDate,
  passStaat: text(40),
  aufenthaltsstatus: Joi.string().valid(...AUFENTHALTSSTATUS),
  titelNorm: text(20),
  titelGueltigBis: calendarDate,
  nettoEinkommen: Joi.number().min(0).max(1_000_000),
  mieteWarm: Joi.number().min(0).max(100_000),
  wohnflaecheQm: Joi.number().min(0).max(10_000),
  personen: Joi.number().integer().min(1).max(30),
  kinderUnter2: Joi.number().integer().min(0).max(30),
  krankenversicherung: Joi.string().valid('gesetzlich', 'privat', 'keine'),
  strafverfahren: Joi.string().valid('nein', 'ja'),
  einwilligungDirektversand: Joi.boolean(),
  wahrheitsgemaess: Joi.boolean(),
  datenschutzGelesen: Joi.boolean(),
})
  .or('email', 'telefon')
  .messages({ 'object.missing': 'bitte E-Mail oder Telefon angeben' });

/** Decision inputs that intake may already know. Everything else a process asks for itself, in its forms. */
export const decisionFacts = {
  schutzstatus: Joi.string().valid('KEINER', 'GESTATTUNG', 'DULDUNG', 'HUMANITAER', 'P24'),
  entscheidendesSg: Joi.string().valid('SG1', 'SG2', 'SG3', 'SG4'),
  rechtsfrist: calendarDate,
  antragDatum: calendarDate,
  existenz: Joi.boolean(),
  gewaltschutz: Joi.boolean(),
  kindBetroffen: Joi.boolean(),
  gerichtlicheEilsache: Joi.boolean(),
  ist104cUndAndererZweck: Joi.boolean(),
  edErforderlichOffen: Joi.boolean(),
  unbegleitetMinderjaehrig: Joi.boolean(),
  haeuslicheGewalt: Joi.boolean(),
  /** Somebody says that they stand in for the person; a clerk checks it before anything else. */
  vertretung: Joi.boolean(),
  verlaengerung: Joi.boolean(),
  /** Aktenzeichen of a relative's case: both then belong to one family and to the same hands. */
  angehoerigerVon: text(20),
} satisfies Joi.PartialSchemaMap;

export type Applicant = {
  familienname: string;
  vornamen: string;
  geburtsdatum: string;
  staatsangehoerigkeiten: string[];
  email?: string;
  telefon?: string;
  azrNummer?: string;
  aufenthaltsstatus?: (typeof AUFENTHALTSSTATUS)[number];
  titelNorm?: string;
  titelGueltigBis?: string;
  passGueltigBis?: string;
  [field: string]: unknown;
};
