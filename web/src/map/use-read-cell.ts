import { useCodeName } from './code-name.ts';
import { readCell } from './read-cell.ts';
import { useMapTexts } from './words.ts';

/** A result that is worked out stays in the language of the rules. */
const isFormula = (feel: string): boolean => /\w\(.*\)/.test(feel) && !/^not\s*\(/.test(feel);

/** A cell of a table whose forms are not at hand, as people read it. */
export const useReadCell = (): ((feel: string | undefined) => string | undefined) => {
  const t = useMapTexts().decision;
  const codeName = useCodeName();
  return (feel) => (feel === undefined || isFormula(feel) ? feel : readCell(feel, t, (code) => codeName(code, {})));
};
