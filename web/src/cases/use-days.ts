import { isDate } from '../../../services/forms/check-value.ts';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';

/** A day as a date, and in full with its weekday, to check a deadline by. */
export const useDays = () => {
  const { day } = useFormat();
  const language = useLanguage();
  const long = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'full', timeZone: 'Europe/Berlin' });
  return { day, weekday: (text: string): string => (isDate(text) ? long.format(new Date(`${text}T12:00:00Z`)) : '') };
};
