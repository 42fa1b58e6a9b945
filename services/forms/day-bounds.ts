import { addTo, isDay, type Unit } from '../typed/calendar-day.ts';
import { showDay } from '../typed/read-day.ts';
import type { FormComponent, Values } from './read-form.ts';

/** Days of the person that any form may name, and what they are. */
export const knownDays: Readonly<Record<string, string>> = {
  passGueltigBis: 'Ablauf des Passes',
  titelGueltigBis: 'Ende des jetzigen Titels',
};

type Term = { base: string; count: number; unit: Unit };

const units: Record<string, [unit: Unit, days: number]> = {
  Tag: ['days', 1],
  Woche: ['days', 7],
  Monat: ['months', 1],
  Jahr: ['years', 1],
};
const term = /^(heute|[a-z][A-Za-z0-9_]*)(?:\s*([+-])\s*(\d{1,3})\s+(Tag|Woche|Monat|Jahr)(?:e|en|n)?)?$/;

const readTerm = (text: string): Term | undefined => {
  const [, base, sign, count, word] = term.exec(text.trim()) ?? [];
  if (base === undefined) return undefined;
  const [unit, times] = units[word ?? 'Tag'] ?? ['days', 1];
  return { base, count: Number(count ?? 0) * times * (sign === '-' ? -1 : 1), unit };
};

/**
 * A bound as a form declares it: `offen`, or days with commas between them, all of which hold; `oder` between two of which the wider one holds.
 * A day is `heute`, `passGueltigBis`, `titelGueltigBis` or a date field of the same form, and may be moved: `heute + 4 Jahre`. Undefined if it is none.
 */
export const readBound = (text: string): Term[][] | undefined => {
  if (text.trim() === 'offen') return [];
  const terms = text.split(',').map((all) => all.split(/\soder\s/).map(readTerm));
  return terms.every((all) => all.every((each) => each !== undefined)) ? (terms as Term[][]) : undefined;
};

/** Names a bound speaks of, `heute` aside. */
export const namesInBound = (text: string): string[] =>
  (readBound(text) ?? []).flat().flatMap(({ base }) => (base === 'heute' ? [] : [base]));

type DayBound = { day: string; words: string; ofToday: boolean };
export type DayBounds = { min?: DayBound; max?: DayBound };

const boundOf = (component: FormComponent, end: 'fruehestens' | 'spaetestens', context: Values, today: string): DayBound | undefined => {
  const { [end]: text = 'offen', [`${end}Grund`]: reason } = component.properties ?? {};
  const later = (a: DayBound, b: DayBound): number => a.day.localeCompare(b.day);
  const dated = (all: readonly Term[]): DayBound[] =>
    all.flatMap(({ base, count, unit }) => {
      const day = base === 'heute' ? today : String(context[base] ?? '').slice(0, 10);
      const plain = count === 0 ? (base === 'heute' ? 'heute' : knownDays[base]) : undefined;
      return isDay(day) ? [{ day: addTo(day, count, unit), words: plain ?? reason ?? '', ofToday: base === 'heute' }] : [];
    });
  const wide = end === 'fruehestens' ? 0 : -1;
  const each = (readBound(text) ?? []).flatMap((all) => dated(all).sort(later).at(wide) ?? []);
  return each.sort(later).at(end === 'fruehestens' ? -1 : 0);
};

/**
 * Between which days the answer of a date field can lie. A day that nobody knows bounds nothing, and one of the person's papers that would leave no day
 * at all neither: who holds an expired passport must still get an answer.
 */
export const dayBounds = (component: FormComponent, context: Values, today: string): DayBounds => {
  const min = boundOf(component, 'fruehestens', context, today);
  const max = boundOf(component, 'spaetestens', context, today);
  if (min && max && min.day > max.day) return max.ofToday ? { max } : min.ofToday ? { min } : {};
  return { ...(min ? { min } : {}), ...(max ? { max } : {}) };
};

const said = (end: string, { day, words }: DayBound): string => `${end} ${showDay(day)}${words ? ` (${words})` : ''}`;

/** What is wrong with a day that does not lie between its bounds: the bound by its day and its reason. Undefined if it does. */
export const boundFault = (component: FormComponent, day: string, context: Values, today: string): string | undefined => {
  const { min, max } = dayBounds(component, context, today);
  if (min && day < min.day) return said('frühestens', min);
  return max && day > max.day ? said('spätestens', max) : undefined;
};
