import { rowsOf } from '../../office/index.ts';
import type { FlowNode } from '../../reading/index.ts';

const TARGET = 'bescheidTyp';
/** Of a step that sends a letter by its type (services/letters/workers/brief-senden.ts). */
const LETTER = 'briefArt';

/** Letters that a step names by their type, or by the code of a decision (processes/amt/bescheide.json): `="DULDUNG"` → `duldung`. Others are chosen by the program. */
export const lettersOf = ({ inputs, outputs }: FlowNode): string[] => {
  const given = (name: string): string[] =>
    [...inputs, ...outputs]
      .filter(({ target }) => target === name)
      .flatMap(({ source }) => [...source.matchAll(/"([\w-]+)"/g)].map(([, code]) => code ?? ''));
  const codes = given(TARGET);
  const decided = rowsOf('bescheide').flatMap(({ code, schreiben }) => (schreiben && codes.includes(code) ? [schreiben] : []));
  return [...decided, ...given(LETTER)];
};
