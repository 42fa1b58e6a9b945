import { defineNames } from './define-names.ts';
import { sectionIds, sections } from './sachgebiete.ts';

export const isSection = (code: string): boolean => sectionIds.includes(code);

export const useSectionName = defineNames(sections);
