import type { FormComponent, Values } from './read-form.ts';

/** Browsers may lack Temporal: a calendar day exists if Date gives the same one back. */
export const isDate = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || year <= 1900) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const isMoment = (text: string): boolean =>
  /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(text) && isDate(text.slice(0, 10));

const optionsOf = (component: FormComponent, data: Values): string[] => {
  const given = component.values ?? (component.valuesKey ? data[component.valuesKey] : undefined);
  if (!Array.isArray(given)) return [];
  return given.map((each: unknown) => String(each !== null && typeof each === 'object' && 'value' in each ? each.value : each));
};

const checkText = (component: FormComponent, value: unknown): string | undefined => {
  if (typeof value !== 'string') return 'bitte Text eingeben';
  const { minLength, maxLength, pattern, validationType } = component.validate ?? {};
  if (value.includes('\u0000') || !value.isWellFormed()) return 'enthält ein Zeichen, das sich nicht speichern lässt';
  if (value.length > (maxLength ?? 10_000)) return `höchstens ${maxLength ?? 10_000} Zeichen`;
  if (minLength !== undefined && value.length < minLength) return `mindestens ${minLength} Zeichen`;
  if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) return 'hat nicht die verlangte Form';
  if (validationType === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'bitte eine E-Mail-Adresse angeben';
  if (validationType === 'phone' && !/^[+\d][\d\s/()-]{3,}$/.test(value)) return 'bitte eine Telefonnummer angeben';
  return undefined;
};

const checkNumber = (component: FormComponent, value: unknown): string | undefined => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'bitte eine Zahl eingeben';
  const { min, max } = component.validate ?? {};
  const digits = component.decimalDigits ?? 2;
  if (min !== undefined && value < min) return `mindestens ${min}`;
  if (max !== undefined && value > max) return `höchstens ${max}`;
  if (Number(value.toFixed(digits)) !== value)
    return digits === 0 ? 'bitte eine ganze Zahl eingeben' : `höchstens ${digits} Nachkommastellen`;
  return undefined;
};

const checkMoment = (component: FormComponent, value: unknown, today: string): string | undefined => {
  const text = typeof value === 'string' ? value : '';
  const subtype = component.subtype ?? 'date';
  const valid = subtype === 'date' ? isDate(text) : subtype === 'time' ? /^([01]\d|2[0-3]):[0-5]\d$/.test(text) : isMoment(text);
  if (!valid) return subtype === 'date' ? 'bitte ein Datum angeben, das es gibt' : 'bitte einen Zeitpunkt angeben';
  if (component.disallowPassedDates && text.slice(0, 10) < today) return 'bitte heute oder später';
  return undefined;
};

/** The first thing wrong with a value that is there, as the end of a sentence about the field; undefined if nothing is. */
export const checkValue = (component: FormComponent, value: unknown, data: Values, today: string): string | undefined => {
  switch (component.type) {
    case 'textfield':
    case 'textarea':
      return checkText(component, value);
    case 'number':
      return checkNumber(component, value);
    case 'datetime':
      return checkMoment(component, value, today);
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : 'bitte ja oder nein angeben';
    case 'radio':
    case 'select':
      return optionsOf(component, data).includes(String(value)) ? undefined : 'bitte eine der Möglichkeiten wählen';
    case 'checklist':
      return Array.isArray(value) && value.every((each) => optionsOf(component, data).includes(String(each)))
        ? undefined
        : 'bitte aus den Möglichkeiten wählen';
    case 'filepicker':
      return typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
        ? undefined
        : 'bitte ein Dokument angeben';
    default:
      return 'dieses Feld lässt sich nicht ausfüllen';
  }
};
