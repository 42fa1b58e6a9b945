import { formatMode, modesOf, readModes, usualMode } from '../authorities/index.ts';
import type { Deps } from '../deps.ts';
import { codesOf, getRow } from '../office/index.ts';
import type { Behaviour } from './answers.ts';

/** How each simulated authority behaves, and how else it could. */
export const viewAuthorities = async (db: Deps['db']): Promise<Behaviour> => {
  const modes = await readModes(db);
  return Object.fromEntries(
    codesOf('behoerden').map((id) => [
      id,
      {
        name: getRow('behoerden', id).satz.wer,
        mode: formatMode(modes.get(id) ?? usualMode),
        modes: modesOf(id),
        answers: Object.fromEntries(getRow('behoerden', id).antworten.map(({ code, de }) => [code, de])),
      },
    ]),
  );
};
