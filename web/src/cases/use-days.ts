import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';

/** A date field shows days as the browser's own language does; beside it stands the day in ours, with its weekday. */
export const useDays = () => {
  const { day } = useFormat();
  const language = useLanguage();
  const long = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'full', timeZone: 'Europe/Berlin' });
  return { day, weekday: (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? long.format(new Date(`${text}T12:00:00Z`)) : '') };
};
