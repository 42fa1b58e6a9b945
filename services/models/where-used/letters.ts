import { rowsOf } from '../../office/index.ts';
import type { FlowNode } from '../../reading/index.ts';

const TARGET = 'bescheidTyp';

/** Letters that a step names by the code of a decision (processes/amt/bescheide.json): `="DULDUNG"` → `duldung`. Others are chosen by the program. */
export const lettersOf = ({ inputs, outputs }: FlowNode): string[] => {
  const codes = [...inputs, ...outputs]
    .filter(({ target }) => target === TARGET)
    .flatMap(({ source }) => [...source.matchAll(/"(\w+)"/g)].map(([, code]) => code));
  return rowsOf('bescheide').flatMap(({ code, schreiben }) => (schreiben && codes.includes(code) ? [schreiben] : []));
};
