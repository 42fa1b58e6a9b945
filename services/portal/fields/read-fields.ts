import type { Texts } from '../language.ts';
import { dateParts, type Faults, type Field, inputsOf, type Typed } from './field.ts';

const longest = 300;

/** Only what belongs to these fields, as text; everything else a form may bring is left out. */
export const pickTyped = (fields: readonly Field[], form: Record<string, unknown>): Typed =>
  Object.fromEntries(
    fields.flatMap(inputsOf).map((input) => [input, typeof form[input] === 'string' ? form[input].trim().slice(0, longest) : '']),
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

const number = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
const two = (value: number): string => String(value).padStart(2, '0');

/** `JJJJ-MM-TT`; undefined for what is no day. A partial date may leave out the day, or day and month, which then are 00. */
export const readDate = (field: Field & { kind: 'date' }, typed: Typed): string | undefined => {
  const [day = '', month = '', year = ''] = dateParts.map((part) => typed[`${field.name}-${part}`] ?? '');
  if (!/^(19|20)\d\d$/.test(year)) return undefined;
  if (field.partial && day === '' && month === '') return `${year}-00-00`;
  if (field.partial && day === '' && number(month) >= 1 && number(month) <= 12) return `${year}-${two(number(month))}-00`;
  try {
    return Temporal.PlainDate.from({ year: number(year), month: number(month), day: number(day) }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
};

const checkDate = (field: Field & { kind: 'date' }, typed: Typed, t: Texts['fields'], today: string): string | undefined => {
  const date = readDate(field, typed);
  if (!date) return field.partial ? t.noBirthDate : t.noDate;
  return field.past && date > today ? t.future : undefined;
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
