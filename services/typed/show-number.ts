import type { Writing } from './read-number.ts';

const locales: Record<Writing, string> = { de: 'de-DE', en: 'en-GB' };

/** `45.900,00 €`, `38,5`, `12`: as it is written, with groups. `digits`: how many places the field has; money always shows its cents. */
export const showNumber = (
  value: number,
  { digits = 2, unit = '' }: { digits?: number; unit?: string } = {},
  writing: Writing = 'de',
): string => {
  const money = unit === '€';
  // What has more places than the field is shown with them all: rounding would hide what is wrong with it.
  const format = new Intl.NumberFormat(locales[writing], {
    minimumFractionDigits: money ? digits : 0,
    maximumFractionDigits: Math.max(digits, 15),
  });
  return `${format.format(value)}${unit ? `\u00a0${unit}` : ''}`;
};
