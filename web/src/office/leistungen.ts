import rows from '../../../processes/amt/leistungen.json' with { type: 'json' };
import type { Leistung } from '../../../services/office/rows.ts';
import { useLanguage } from '../i18n/language.tsx';

const leistungen = rows as Leistung[];

/** What a fee is taken for; undefined where the list does not have it. */
export const useLeistungName = (): ((code: string) => string | undefined) => {
  const language = useLanguage();
  return (code) => leistungen.find((row) => row.code === code)?.[language];
};
