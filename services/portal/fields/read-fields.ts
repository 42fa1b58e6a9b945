import { isBirthday } from '../../typed/partial-day.ts';
import { readBirthday } from '../../typed/read-birthday.ts';
import { readDay } from '../../typed/read-day.ts';
import { isBlank } from '../../typed/visible-text.ts';
import type { Texts } from '../language.ts';
import { dateParts, type Faults, type Field, inputsOf, type Typed } from './field.ts';

const longest = 300;

/** Only what belongs to these fields, as text; everything else a form may bring is left out. */
export const pickTyped = (fields: readonly Field[], form: Record<string, unknown>): Typed =>
  Object.fromEntries(
    fields.flatMap(inputsOf).map((input) => {
      const text = form[input];
      // What nobody can see is no answer.
      return [input, typeof text === 'string' && !isBlank(text) ? text.trim().slice(0, longest) : ''];
    }),
  );

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text);
const isPhone = (text: string): boolean => /^[+\d][\d\s/()-]{3,}$/.test(text);
const hasOddSigns = (text: string): boolean => /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);

const checkText = (field: Field & { kind: 'text' }, text: string, t: Texts['fields']): string | undefined => {
  if (text.length > field.max) return t.tooLong(field.max);
  if (hasOddSigns(text)) return t.unreadable;
  if (field.type === 'email' && !isEmail(text)) return t.noEmail;
  if (field.type === 'tel' && !isPhone(text)) return t.noPhone;
  if (field.digits !== undefined && !new RegExp(`^\\d{${field.digits}}$`).test(text)) return t.noPostcode;
  return undefined;
};

/**
 * `JJJJ-MM-TT`; undefined for what is no day. A partial date may leave out the day, or day and month, which then are 00. A year of two digits is the
 * one the question asks for. `today`: JJJJ-MM-TT.
 */
export const readDate = (field: Field & { kind: 'date' }, typed: Typed, today: string): string | undefined => {
  const [day = '', month = '', year = ''] = dateParts.map((part) => typed[`${field.name}-${part}`] ?? '');
  if (!/^\d{2}(\d\d)?$/.test(year)) return undefined;
  const range = { today, ...(field.past ? { max: today } : {}) };
  if (field.partial && day === '') return readBirthday(month === '' ? year : `${month}.${year}`, range);
  return day === '' || month === '' ? undefined : readDay(`${day}.${month}.${year}`, range);
};

const checkDate = (field: Field & { kind: 'date' }, typed: Typed, t: Texts['fields'], today: string): string | undefined => {
  const date = readDate(field, typed, today);
  if (!date) return field.partial ? t.noBirthDate : t.noDate;
  return field.past && !isBirthday(date, today) ? t.future : undefined;
};

const isEmpty = (field: Field, typed: Typed): boolean => inputsOf(field).every((input) => !typed[input]);

const checkField = (field: Field, typed: Typed, t: Texts, today: string): string | undefined => {
  const text = typed[field.name] ?? '';
  if (isEmpty(field, typed)) {
    if (!field.required) return undefined;
    if (field.kind === 'confirm') return t.fields.confirm;
    return field.kind === 'text' || field.kind === 'date' ? t.fields.missing : t.fields.missingChoice;
  }
  if (field.kind === 'text') return checkText(field, text, t.fields);
  if (field.kind === 'date') return checkDate(field, typed, t.fields, today);
  if (field.kind === 'choice') return Object.hasOwn(t.application.options[field.options], text) ? undefined : t.fields.missingChoice;
  if (field.kind === 'confirm') return text === 'ja' ? undefined : t.fields.confirm;
  return text.length > 40 || hasOddSigns(text) ? t.fields.missingChoice : undefined;
};

/** Every fault at once, by field. `today`: JJJJ-MM-TT. */
export const checkFields = (fields: readonly Field[], typed: Typed, t: Texts, today: string): Faults =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const fault = checkField(field, typed, t, today);
      return fault ? [[field.name, fault]] : [];
    }),
  );
