import { useOfficeTexts } from '../i18n/use-office-texts.ts';
import { roleNames } from '../shell/role-names.ts';
import { useShellTexts } from '../shell/use-shell-texts.ts';

const isGroup = (code: string): boolean => /^(?:(?:sb|rsb|sgl)-sg\d|svc|notfall|tel|sicherheit|azubi|al)$/.test(code);

/** `OFFENER_VORGANG` → "Offener Vorgang": better than shouting where nothing says what a code means. */
const spoken = (code: string): string =>
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(code) && code.length > 4
    ? code
        .split('_')
        .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
        .join(' ')
    : code;

/** What a code of a decision table means: by the office's own words, else by those of the forms that ask for it. */
export const useCodeName = (): ((code: string, words: Record<string, string>) => string) => {
  const t = useOfficeTexts();
  const shell = useShellTexts();
  return (code, words) => {
    if (/^SG\d$/.test(code)) return t.sectionShort(code);
    if (isGroup(code)) return roleNames([code], { ...shell, section: (id) => t.sectionShort(id.toUpperCase()) });
    return t.anliegen[code] ?? t.person.codes[code] ?? t.fiktion[code] ?? words[code] ?? spoken(code);
  };
};
