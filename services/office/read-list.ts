import { readFileSync } from 'node:fs';
import Joi from 'joi';
import type { OfficeRow } from './rows.ts';

export const text = Joi.string().trim().min(1);

/** Words for screens in both languages. */
export const inBothLanguages = Joi.object({ de: text.required(), en: text.required() });

/** A property that a row has or has not. */
export const flag = Joi.valid(true);

/** A row of a list; `own` are the fields that only this list has. */
export const rowOfList = <Row extends OfficeRow>(own: Joi.SchemaMap = {}): Joi.ObjectSchema<Row> =>
  Joi.object<Row>({
    code: Joi.string()
      .pattern(/^[\p{L}\p{N}_-]+$/u)
      .required(),
    de: text.required(),
    en: text.required(),
    ...own,
  });

const german: Joi.LanguageMessages = {
  'any.required': 'fehlt',
  'any.unknown': 'darf hier nicht stehen',
  'object.unknown': 'ist nicht bekannt',
  'object.base': 'ist kein Eintrag mit Feldern',
  'any.only': 'ist keiner von: {{#valids}}',
  'any.invalid': 'ist nicht erlaubt',
  'string.base': 'ist kein Text',
  'string.empty': 'ist leer',
  'string.pattern.base': 'hat ein Zeichen, das dort nicht stehen darf',
  'number.base': 'ist keine Zahl',
  'number.integer': 'ist keine ganze Zahl',
  'number.min': 'ist kleiner als {{#limit}}',
  'number.max': 'ist größer als {{#limit}}',
  'boolean.base': 'ist weder true noch false',
  'array.base': 'ist keine Liste',
  'array.unique': 'steht zweimal in der Liste',
  'array.min': 'hat weniger als {{#limit}} Einträge',
  '*': 'passt nicht zu dem, was dort stehen kann',
};

const codeAt = (content: unknown, index: number): string => {
  const row = Array.isArray(content) ? (content[index] as { code?: unknown } | null) : null;
  return typeof row?.code === 'string' ? ` (${row.code})` : '';
};

const sentence = (content: unknown, { path, message }: Joi.ValidationErrorItem): string => {
  const [row, ...fields] = path;
  if (typeof row !== 'number') return `Die Datei ${message}.`;
  const where = `Eintrag ${row + 1}${codeAt(content, row)}`;
  return fields.length > 0 ? `${where}, Feld „${fields.join('.')}“: ${message}.` : `${where}: ${message}.`;
};

const doubled = (rows: readonly OfficeRow[]): string[] =>
  rows.flatMap(({ code }, index) => {
    const first = rows.findIndex((row) => row.code === code);
    return first < index ? [`Eintrag ${index + 1} (${code}): Der Code steht schon in Eintrag ${first + 1}.`] : [];
  });

/** Everything that is wrong with a list, in German sentences that name row and field. */
const checkList = (content: unknown, row: Joi.ObjectSchema): string[] => {
  const { error } = Joi.array()
    .items(row)
    .min(1)
    .validate(content, { abortEarly: false, convert: false, messages: german, errors: { label: false } });
  return error ? error.details.map((item) => sentence(content, item)) : doubled(content as OfficeRow[]);
};

/** What is wrong with the text of a list's file; none: its rows can be read. */
export const checkText = (text: string, row: Joi.ObjectSchema): string[] => {
  try {
    return checkList(JSON.parse(text), row);
  } catch (error) {
    return [`Die Datei ist kein JSON: ${(error as Error).message}`];
  }
};

/** The rows of a list; throws an error that names the file and everything that is wrong with it. */
export const parseList = <Row extends OfficeRow>(file: string, text: string, row: Joi.ObjectSchema<Row>): readonly Row[] => {
  const findings = checkText(text, row);
  if (findings.length > 0) throw new Error(`${file}: ${findings.join(' ')}`);
  return JSON.parse(text) as Row[];
};

/** The rows of `processes/amt/<list>.json`. */
export const readList = <Row extends OfficeRow>(list: string, row: Joi.ObjectSchema<Row>): readonly Row[] => {
  const file = `amt/${list}.json`;
  return parseList(`processes/${file}`, readFileSync(new URL(`../../processes/${file}`, import.meta.url), 'utf8'), row);
};
