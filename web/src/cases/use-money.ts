import { useLanguage } from '../i18n/language.tsx';

/** Euros as the language writes them: `100,00 €`, `€100.00`. */
export const useMoney = (): ((euros: number) => string) => {
  const format = new Intl.NumberFormat(useLanguage() === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: 'EUR' });
  return (euros) => format.format(euros);
};

/** What somebody typed as an amount (`1.050,5`, `100.00`), in euros; undefined if it is none, or holds parts of a cent. */
export const readAmount = (typed: string): number | undefined => {
  const text = typed.replaceAll(/[\s€]/g, '');
  const plain = /,\d{1,2}$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  if (!/^\d{1,6}(?:\.\d{1,2})?$/.test(plain)) return undefined;
  const amount = Number(plain);
  return amount > 0 ? amount : undefined;
};
