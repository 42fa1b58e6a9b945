import type Joi from 'joi';
import { type FieldFault, Invalid } from './errors.ts';

/** German sentences for what joi finds. A schema may bring better ones with `.messages()`. The value is never repeated. */
const messages: Record<string, string> = {
  'any.required': 'Diese Angabe fehlt.',
  'any.only': 'Möglich sind nur: {#valids}.',
  'any.invalid': 'Dieser Wert ist hier nicht möglich.',
  'any.unknown': 'Diese Angabe ist hier nicht vorgesehen.',
  'any.ref': 'Diese Angabe passt nicht zu den übrigen.',
  'any.custom': 'Diese Angabe ist nicht richtig.',
  'alternatives.match': 'Diese Angabe hat nicht die richtige Form.',
  'alternatives.any': 'Diese Angabe hat nicht die richtige Form.',
  'alternatives.types': 'Diese Angabe hat nicht die richtige Form.',
  'array.base': 'Hier wird eine Liste erwartet.',
  'array.max': 'Höchstens {#limit} Einträge.',
  'array.min': 'Mindestens {#limit} Einträge.',
  'array.length': 'Genau {#limit} Einträge.',
  'array.unique': 'Dieser Eintrag steht doppelt in der Liste.',
  'array.includes': 'Dieser Eintrag passt nicht.',
  'boolean.base': 'Hier wird Ja oder Nein (true oder false) erwartet.',
  'date.base': 'Hier wird ein Datum erwartet.',
  'date.format': 'Hier wird ein Datum erwartet, zum Beispiel 2026-06-08.',
  'date.min': 'Das Datum liegt zu früh.',
  'date.max': 'Das Datum liegt zu spät.',
  'number.base': 'Hier wird eine Zahl erwartet.',
  'number.infinity': 'Hier wird eine Zahl erwartet.',
  'number.unsafe': 'Diese Zahl ist zu groß.',
  'number.integer': 'Hier wird eine ganze Zahl erwartet.',
  'number.min': 'Mindestens {#limit}.',
  'number.max': 'Höchstens {#limit}.',
  'number.positive': 'Hier wird eine Zahl über 0 erwartet.',
  'object.base': 'Hier wird eine Gruppe von Angaben (Objekt) erwartet.',
  'object.unknown': 'Diese Angabe ist hier nicht vorgesehen.',
  'object.missing': 'Mindestens eine dieser Angaben wird gebraucht: {#peersWithLabels}.',
  'object.min': 'Hier fehlen Angaben.',
  'object.xor': 'Nur eine dieser Angaben ist möglich: {#peersWithLabels}.',
  'object.and': 'Diese Angaben gehören zusammen: {#presentWithLabels}, {#missingWithLabels}.',
  'object.with': 'Dazu fehlt eine weitere Angabe.',
  'object.without': 'Diese Angaben schließen sich aus.',
  'object.oxor': 'Nur eine dieser Angaben ist möglich: {#peersWithLabels}.',
  'string.base': 'Hier wird Text erwartet.',
  'string.empty': 'Diese Angabe darf nicht leer sein.',
  'string.email': 'Hier wird eine E-Mail-Adresse erwartet.',
  'string.guid': 'Hier wird eine Kennung (UUID) erwartet.',
  'string.isoDate': 'Hier wird ein Datum erwartet, zum Beispiel 2026-06-08.',
  'string.isoDuration': 'Hier wird eine Dauer erwartet, zum Beispiel P7D.',
  'string.length': 'Genau {#limit} Zeichen.',
  'string.max': 'Höchstens {#limit} Zeichen.',
  'string.min': 'Mindestens {#limit} Zeichen.',
  'string.pattern.base': 'Diese Angabe hat nicht die richtige Form.',
  'string.pattern.name': 'Diese Angabe hat nicht die richtige Form.',
  'string.uri': 'Hier wird eine Adresse (URL) erwartet.',
  '*': 'Diese Angabe ist nicht richtig.',
};

/** Every fault at once, unknown keys refused by name. */
export const validationOptions: Joi.ValidationOptions = {
  abortEarly: false,
  allowUnknown: false,
  messages,
  errors: { wrap: { label: false, array: false }, label: 'path' },
};

export const faultsOf = (error: Joi.ValidationError): FieldFault[] =>
  error.details.map((detail) => ({ field: detail.path.map(String).join('.'), message: detail.message }));

export const refuse = (faults: FieldFault[]): Invalid =>
  new Invalid(
    faults.length === 1
      ? `Die Angabe „${faults[0]?.field}“ ist nicht richtig: ${faults[0]?.message}`
      : `${faults.length} Angaben sind nicht richtig: ${[...new Set(faults.map((fault) => fault.field))].join(', ')}.`,
    faults,
  );

/** Checks a value against a schema as every route does; throws Invalid with all faults. */
export const check = <T>(schema: Joi.Schema, value: unknown): T => {
  const result = schema.validate(value, validationOptions);
  if (result.error) throw refuse(faultsOf(result.error));
  return result.value as T;
};
