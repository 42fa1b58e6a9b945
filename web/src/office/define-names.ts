import type { OfficeRow } from '../../../services/office/rows.ts';
import { useLanguage } from '../i18n/language.tsx';

/** A hook that gives a list's names in the language chosen, the same function each time. A code that the list does not have (of an older model) stands as it is. */
export const defineNames = (rows: readonly OfficeRow[]): (() => (code: string) => string) => {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const names = { de: (code: string) => byCode.get(code)?.de ?? code, en: (code: string) => byCode.get(code)?.en ?? code };
  return () => names[useLanguage()];
};
