import rows from '../../../processes/amt/behoerden.json' with { type: 'json' };
import type { Behoerde } from '../../../services/office/rows.ts';
import { defineNames } from './define-names.ts';

const behoerden = rows as Behoerde[];

export const useBehoerdeName = defineNames(behoerden);

export const useAntwortName = defineNames(behoerden.flatMap(({ antworten }) => antworten));

/** What an authority may answer to a case that waits for it; none where no case learns of its answers. */
export const answersOf = (authority: string): string[] => {
  const row = behoerden.find(({ code }) => code === authority);
  return row?.nachricht ? row.antworten.map(({ code }) => code) : [];
};

/** The answer to a security query that everybody may know of: nothing is known. */
export const routineAnswer = (): string =>
  behoerden.find(({ sicherheit }) => sicherheit)?.antworten.find(({ erkenntnis }) => !erkenntnis)?.code ?? '';
