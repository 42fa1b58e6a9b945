import { authorities, authorityIds, formatMode, modesOf, readModes, usualMode } from '../authorities/index.ts';
import type { Deps } from '../deps.ts';

/** How each simulated authority behaves, and how else it could. */
export const viewAuthorities = async (db: Deps['db']) => {
  const modes = await readModes(db);
  return Object.fromEntries(
    authorityIds.map((id) => [
      id,
      { name: authorities[id].name, mode: formatMode(modes.get(id) ?? usualMode), modes: modesOf(id), answers: authorities[id].answers },
    ]),
  );
};
