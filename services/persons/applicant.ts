import Joi from 'joi';
import { birthDate, calendarDate } from '../platform/dates.ts';
import { line } from '../platform/text-fields.ts';
import { fullName } from './names.ts';

const text = (max = 100) => line(max);

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
  // People with one name only have one of the two.
  familienname: text().empty(''),
  vornamen: text().empty(''),
  geburtsdatum: birthDate.required(),
  staatsangehoerigkeiten: Joi.array().items(text(40)).min(1).max(8).required(),
  email: Joi.string().email({ tlds: false }).max(254),
  telefon: text(40).pattern(/^[+\d][\d\s/()-]{3,}$/),
  geburtsname: text(),
  /** Other spellings, former names and aliases (§ 64 (2) AufenthV), each "Familienname, Vornamen". */
  aliasnamen: Joi.array().items(text(200)).max(20).single(),
  geburtsort: text(),
  geburtsstaat: text(40),
  geschlecht: Joi.string().valid('w', 'm', 'd', 'ohne Angabe'),
  azrNummer: text(20),
  anschrift: Joi.string().trim().max(300),
  einzugsdatum: calendarDate,
  /** The address is told to nobody who does not need it for the case (§ 51 BMG). */
  auskunftssperre: Joi.boolean(),
  kontaktweg: Joi.string().valid('email', 'telefon', 'post'),
  sprache: text(10),
  passNummer: text(20),
  passAusstellung: calendarDate,
  passGueltigBis: calendarDate,
  passStaat: text(40),
  aufenthaltsstatus: Joi.string().valid(...AUFENTHALTSSTATUS),
  /** A variable of the engine, which holds no words: paragraph, Absatz and Satz of the AufenthG as in `18g(1)S2`. */
  titelNorm: Joi.string()
    .trim()
    .pattern(/^\d{1,3}[a-z]?(?:\(\d{1,2}[a-z]?\))?(?:S\d{1,2})?$/)
    .messages({ 'string.pattern.base': 'bitte Paragraf und Absatz des AufenthG angeben, zum Beispiel 18g(2)' }),
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
  .custom((applicant: Applicant, { error }) => (fullName(applicant) ? applicant : error('name.missing')))
  .messages({ 'object.missing': 'bitte E-Mail oder Telefon angeben', 'name.missing': 'bitte wenigstens einen Namen angeben' });

export type Applicant = {
  /** One of the two names may be missing, never both. */
  familienname?: string;
  vornamen?: string;
  geburtsdatum: string;
  staatsangehoerigkeiten: string[];
  email?: string;
  telefon?: string;
  geburtsname?: string;
  aliasnamen?: string[];
  azrNummer?: string;
  passNummer?: string;
  aufenthaltsstatus?: (typeof AUFENTHALTSSTATUS)[number];
  titelNorm?: string;
  titelGueltigBis?: string;
  passGueltigBis?: string;
  [field: string]: unknown;
};
