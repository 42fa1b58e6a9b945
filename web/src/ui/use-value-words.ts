import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { isSection } from '../office/section-name.ts';
import { useOfficeTexts } from '../office/words.ts';

/** A value of a person's details as people read it: days, codes, languages, money. */
export const useValueWords = (): ((key: string, value: unknown) => string) => {
  const t = useOfficeTexts();
  const { day, number } = useFormat();
  const language = useLanguage();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const nameOfLanguage = (code: string): string => (/^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? code) : code);
  const inWords = (key: string, value: unknown): string => {
    if (Array.isArray(value)) return value.map((each) => inWords(key, each)).join(key === 'aliasnamen' ? '; ' : ', ');
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
    if (key === 'sprache') return nameOfLanguage(text);
    if (key === 'titelNorm') return t.person.norm(text);
    if (key === 'wohnflaecheQm') return t.person.squareMetres(number(Number(value)));
    if (key === 'nettoEinkommen' || key === 'mieteWarm') return t.person.money(number(Number(value)));
    return isSection(text) ? t.sectionLong(text) : (t.person.codes[text] ?? text);
  };
  return inWords;
};
