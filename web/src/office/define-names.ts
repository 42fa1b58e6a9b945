import type { OfficeRow } from '../../../services/office/rows.ts';
import { useLanguage } from '../i18n/language.tsx';

/** A hook that gives a list's names in the language chosen. A code that the list does not have (of an older model) stands as it is. */
export const defineNames = (rows: readonly OfficeRow[]): (() => (code: string) => string) => {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return () => {
    const language = useLanguage();
    return (code) => byCode.get(code)?.[language] ?? code;
  };
};
