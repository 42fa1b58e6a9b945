import rows from '../../../processes/amt/sachgebiete.json' with { type: 'json' };
import { defineNames } from './define-names.ts';

export const sectionIds: readonly string[] = rows.map(({ code }) => code);

export const isSection = (code: string): boolean => sectionIds.includes(code);

export const useSectionName = defineNames(rows);
