import type { Language } from './language.ts';

/** `100,00 Euro`, `€100.00`: in German the word, because it is read aloud. */
export const formatMoney = (euros: number, language: Language): string =>
  language === 'de'
    ? `${euros.toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} Euro`
    : euros.toLocaleString('en-GB', { style: 'currency', currency: 'EUR' });
