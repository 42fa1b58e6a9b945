import { useLanguage } from '../i18n/language.tsx';

/** Euros as the language writes them: `100,00 €`, `€100.00`. */
export const useMoney = (): ((euros: number) => string) => {
  const format = new Intl.NumberFormat(useLanguage() === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: 'EUR' });
  return (euros) => format.format(euros);
};
