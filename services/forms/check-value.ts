import { isDay } from '../typed/calendar-day.ts';
import { readNumber } from '../typed/read-number.ts';
import { showNumber } from '../typed/show-number.ts';
import { visibleLength, visibleText } from '../typed/visible-text.ts';
import { boundFault } from './day-bounds.ts';
import { digitsOf, type FormComponent, unitOf, type Values } from './read-form.ts';

const isMoment = (text: string): boolean =>
  /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(text) && isDay(text.slice(0, 10));

const optionsOf = (component: FormComponent, data: Values): string[] => {
  const given = component.values ?? (component.valuesKey ? data[component.valuesKey] : undefined);
  if (!Array.isArray(given)) return [];
  return given.map((each: unknown) => String(each !== null && typeof each === 'object' && 'value' in each ? each.value : each));
};

/** Says which form is asked for (property `form`), so that nobody has to guess. */
const wantedForm = ({ properties }: FormComponent): string =>
  properties?.form ? `bitte so angeben: ${properties.form}` : 'hat nicht die verlangte Form';

/**
 * What was meant by a text of one line: a form of capitals (`[A-Z0-9]{5,20}`) is met by small letters and blanks between groups, too, as they stand
 * on papers; then the form's own writing is taken. Any other text stays as it was typed, without blanks around it.
 */
const meant = (component: FormComponent, value: string): string => {
  const { pattern } = component.validate ?? {};
  const plain = visibleText(value);
  if (!pattern) return component.type === 'textfield' ? value.trim() : value;
  const fits = new RegExp(`^(?:${pattern})$`, 'u');
  return (
    [value, plain, plain.toUpperCase(), plain.replace(/\s/g, ''), plain.replace(/\s/g, '').toUpperCase()].find((each) => fits.test(each)) ??
    value
  );
};

/** The value as it is stored. */
export const takeValue = (component: FormComponent, value: unknown): unknown =>
  typeof value === 'string' && (component.type === 'textfield' || component.type === 'textarea') ? meant(component, value) : value;

const checkText = (component: FormComponent, value: unknown): string | undefined => {
  if (typeof value !== 'string') return 'bitte Text eingeben';
  const { minLength, maxLength, pattern, validationType } = component.validate ?? {};
  if (value.includes('\u0000') || !value.isWellFormed()) return 'enthält ein Zeichen, das sich nicht speichern lässt';
  if (value.length > (maxLength ?? 10_000)) return `höchstens ${maxLength ?? 10_000} Zeichen`;
  if (minLength !== undefined && visibleLength(value) < minLength) return `mindestens ${minLength} Zeichen`;
  if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) return wantedForm(component);
  if (validationType === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'bitte eine E-Mail-Adresse angeben';
  if (validationType === 'phone' && !/^[+\d][\d\s/()-]{3,}$/.test(value)) return 'bitte eine Telefonnummer angeben';
  return undefined;
};

const checkNumber = (component: FormComponent, value: unknown): string | undefined => {
  const { min, max } = component.validate ?? {};
  const digits = digitsOf(component);
  const shown = (each: number): string => showNumber(each, { digits, unit: unitOf(component) });
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const read = typeof value === 'string' ? readNumber(value, { min, max }) : undefined;
    return read && 'unclear' in read ? `ist nicht eindeutig: ${read.unclear.map(shown).join(' oder ')}?` : 'bitte eine Zahl eingeben';
  }
  if (min !== undefined && value < min) return `mindestens ${shown(min)}`;
  if (max !== undefined && value > max) return `höchstens ${shown(max)}`;
  if (Number(value.toFixed(digits)) !== value)
    return digits === 0 ? 'bitte eine ganze Zahl eingeben' : `höchstens ${digits} Nachkommastellen`;
  return undefined;
};

const checkMoment = (component: FormComponent, value: unknown, data: Values, today: string | undefined): string | undefined => {
  const text = typeof value === 'string' ? value : '';
  const subtype = component.subtype ?? 'date';
  const valid = subtype === 'date' ? isDay(text) : subtype === 'time' ? /^([01]\d|2[0-3]):[0-5]\d$/.test(text) : isMoment(text);
  if (!valid) return subtype === 'date' ? 'bitte ein Datum angeben, das es gibt' : 'bitte einen Zeitpunkt angeben';
  return subtype === 'time' || today === undefined ? undefined : boundFault(component, text.slice(0, 10), data, today);
};

/** The first thing wrong with a value that is there, as the end of a sentence about the field; undefined if nothing is. */
export const checkValue = (component: FormComponent, value: unknown, data: Values, today: string | undefined): string | undefined => {
  switch (component.type) {
    case 'textfield':
    case 'textarea':
      return checkText(component, value);
    case 'number':
      return checkNumber(component, value);
    case 'datetime':
      return checkMoment(component, value, data, today);
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : 'bitte ja oder nein angeben';
    case 'radio':
    case 'select':
      return optionsOf(component, data).includes(String(value)) ? undefined : 'bitte eine der Möglichkeiten wählen';
    case 'checklist':
      if (!Array.isArray(value) || !value.every((each) => optionsOf(component, data).includes(String(each))))
        return 'bitte aus den Möglichkeiten wählen';
      return new Set(value).size === value.length ? undefined : 'bitte jede Möglichkeit nur einmal wählen';
    case 'filepicker':
      return typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
        ? undefined
        : 'bitte ein Dokument angeben';
    default:
      return 'dieses Feld lässt sich nicht ausfüllen';
  }
};
