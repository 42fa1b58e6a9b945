import { isAnliegen } from '../office/anliegen.ts';
import { useGroupName } from '../office/rollen.ts';
import { isSection } from '../office/section-name.ts';
import { useAnliegenName, useOfficeTexts } from '../office/words.ts';

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
  const anliegenName = useAnliegenName();
  const groupName = useGroupName();
  return (code, words) => {
    if (isSection(code)) return t.sectionShort(code);
    const own = groupName(code) ?? (isAnliegen(code) ? anliegenName(code) : undefined);
    return own ?? t.person.codes[code] ?? t.fiktion[code] ?? words[code] ?? spoken(code);
  };
};
