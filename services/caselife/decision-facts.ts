import Joi from 'joi';
import { type FactKey, sectionIds } from '../office/index.ts';
import { calendarDate } from '../platform/dates.ts';

/** Codes that tables know and no form offers: the accelerated procedures, in which the agency has one week (§ 36 Abs. 2 BeschV). */
export const codesOfTables: ReadonlyMap<string, readonly unknown[]> = new Map([['beantragteNorm', ['81a', '18g(4)']]]);

/** Decision inputs that intake may already know. Everything else a process asks for itself, in its forms. */
export const decisionFacts = {
  schutzstatus: Joi.string().valid('KEINER', 'GESTATTUNG', 'DULDUNG', 'HUMANITAER', 'P24'),
  entscheidendesSg: Joi.string().valid(...sectionIds),
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
  angehoerigerVon: Joi.string().trim().max(20),
} satisfies Partial<Record<FactKey, Joi.Schema>>;
