import { readFileSync } from 'node:fs';
import Joi from 'joi';

/** What a number of the law was, from when until when (both days included; null: no end is known), by which norm, and when that was last checked. */
export type Fassung = { wert: number | string; gueltigAb: string; gueltigBis: string | null; norm: string; stand: string };
export type Rechtswert = { key: string; label: string; einheit: Einheit; fassungen: Fassung[] };
/** A change of the law that is not worked in yet: shown as a banner on the processes it touches from its day on. */
export type LawChange = { ab: string; name: string; text: string; prozesse: string[] };
export type Catalogue = { rechtsstand: string; aenderungen: LawChange[]; werte: Rechtswert[] };

const einheiten = ['EURO', 'EURO_MONAT', 'EURO_JAHR', 'TAGE', 'ARBEITSTAGE', 'WOCHEN', 'MONATE', 'JAHRE', 'LEBENSJAHRE', 'DATUM'] as const;
export type Einheit = (typeof einheiten)[number];

const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
const day = Joi.string()
  .custom((text: string, { error }) => (isDay(text) ? text : error('any.invalid')))
  .messages({ 'any.invalid': '{{#label}} ist kein Tag (JJJJ-MM-TT)' });

const schema = Joi.object({
  rechtsstand: day.required(),
  aenderungen: Joi.array()
    .items(
      Joi.object({
        ab: day.required(),
        name: Joi.string().required(),
        text: Joi.string().required(),
        prozesse: Joi.array().items(Joi.string()).required(),
      }),
    )
    .required(),
  werte: Joi.array()
    .items(
      Joi.object({
        key: Joi.string()
          .pattern(/^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*$/)
          .required(),
        label: Joi.string().required(),
        einheit: Joi.string()
          .valid(...einheiten)
          .required(),
        fassungen: Joi.array()
          .items(
            Joi.object({
              wert: Joi.alternatives(Joi.number(), day).required(),
              gueltigAb: day.required(),
              gueltigBis: day.allow(null).required(),
              norm: Joi.string().required(),
              stand: day.required(),
            }),
          )
          .min(1)
          .required(),
      }),
    )
    .unique('key')
    .required(),
});

const checkFassungen = ({ key, einheit, fassungen }: Rechtswert): string[] => {
  const findings: string[] = [];
  const sorted = fassungen.toSorted((a, b) => (a.gueltigAb < b.gueltigAb ? -1 : 1));
  for (const [index, { wert, gueltigAb, gueltigBis }] of sorted.entries()) {
    if ((einheit === 'DATUM') !== (typeof wert === 'string')) findings.push(`${key}: ${wert} passt nicht zur Einheit ${einheit}.`);
    if (gueltigBis !== null && gueltigBis < gueltigAb) findings.push(`${key}: die Fassung ab ${gueltigAb} endet, bevor sie beginnt.`);
    const next = sorted[index + 1];
    if (next && (gueltigBis === null || gueltigBis >= next.gueltigAb))
      findings.push(`${key}: die Fassungen ab ${gueltigAb} und ab ${next.gueltigAb} überschneiden sich.`);
  }
  return findings;
};

/** Everything that is wrong with a catalogue, in German sentences; reading one that has findings throws them. */
export const checkCatalogue = (content: unknown): string[] => {
  const { error, value } = schema.validate(content, { abortEarly: false, convert: false });
  if (error)
    return error.details.map(({ message, type, context }) =>
      type === 'array.unique' ? `${context?.value?.key} steht zweimal im Verzeichnis.` : message,
    );
  return (value as Catalogue).werte.flatMap(checkFassungen);
};

export const parseCatalogue = (text: string): Catalogue => {
  const content: unknown = JSON.parse(text);
  const findings = checkCatalogue(content);
  if (findings.length > 0) throw new Error(`processes/rechtswerte.json: ${findings.join(' ')}`);
  return content as Catalogue;
};

let catalogue: Catalogue | undefined;

/** The office's catalogue (processes/rechtswerte.json), read once: it changes with a release only. */
export const readCatalogue = (): Catalogue => {
  catalogue ??= parseCatalogue(readFileSync(new URL('../../processes/rechtswerte.json', import.meta.url), 'utf8'));
  return catalogue;
};
