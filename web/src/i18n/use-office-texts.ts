import { office as de } from './areas/office.de.ts';
import { office as en } from './areas/office.en.ts';
import { defineTexts } from './define-texts.ts';

export const useOfficeTexts = defineTexts({ de, en });

/** A matter by its name; a code the screen does not know yet stands as it is. */
export const useAnliegenName = (): ((code: string) => string) => {
  const t = useOfficeTexts();
  return (code) => t.anliegen[code] ?? code;
};
