import rows from '../../../processes/amt/unterlagen.json' with { type: 'json' };
import type { Unterlage } from '../../../services/office/rows.ts';
import { defineNames } from './define-names.ts';

/** Kinds of papers, by which the office files them. */
export const unterlagen = rows as Unterlage[];

export const useUnterlageName = defineNames(unterlagen);

export const isUnterlage = (code: string): boolean => unterlagen.some((row) => row.code === code);

/** The kind of all that has none of its own. */
export const otherPaper = unterlagen.find(({ alleAnderen }) => alleAnderen)?.code ?? '';

export const isStatement = (type: string): boolean => unterlagen.some(({ code, stellungnahme }) => code === type && stellungnahme);
