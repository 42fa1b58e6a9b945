import { longDay } from '../platform/german-day.ts';
import type { Einheit } from './catalogue.ts';
import type { LegalValue } from './value-at.ts';

const units: Partial<Record<Einheit, [one: string, many: string]>> = {
  TAGE: ['Tag', 'Tage'],
  ARBEITSTAGE: ['Arbeitstag', 'Arbeitstage'],
  WOCHEN: ['Woche', 'Wochen'],
  MONATE: ['Monat', 'Monate'],
  JAHRE: ['Jahr', 'Jahre'],
  LEBENSJAHRE: ['Jahr', 'Jahre'],
};

const euro = (amount: number): string =>
  `${amount.toLocaleString('de-DE', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 })} Euro`;

/** A value as people read it: `50.700 Euro im Jahr`, `14 Tage`, `4. März 2027`. */
export const wordsOf = ({ wert, einheit }: Pick<LegalValue, 'wert' | 'einheit'>): string => {
  if (typeof wert === 'string') return longDay(Temporal.PlainDate.from(wert));
  if (einheit === 'EURO') return euro(wert);
  if (einheit === 'EURO_MONAT') return `${euro(wert)} im Monat`;
  if (einheit === 'EURO_JAHR') return `${euro(wert)} im Jahr`;
  const [one, many] = units[einheit] ?? ['', ''];
  return `${wert.toLocaleString('de-DE')} ${wert === 1 ? one : many}`.trim();
};
