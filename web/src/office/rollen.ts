import rollen from '../../../processes/amt/rollen.json' with { type: 'json' };
import type { Rolle } from '../../../services/office/rows.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useOfficeTexts } from './words.ts';

const rows = rollen as Rolle[];

/** What a candidate group is called: `sb-sg4` → "Sachbearbeitung SG 4". Undefined for what is none. */
export const useGroupName = (): ((code: string) => string | undefined) => {
  const language = useLanguage();
  const { sectionShort } = useOfficeTexts();
  return (code) => {
    const [role, section] = code.split('-');
    const row = rows.find((each) => each.code === role && Boolean(each.jeSachgebiet) === (section !== undefined));
    return row && [row[language], section && sectionShort(section.toUpperCase())].filter(Boolean).join(' ');
  };
};
