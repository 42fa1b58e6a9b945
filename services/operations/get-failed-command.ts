import { hiddenAmong } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { findFailed, type StuckCommand } from '../engine/outbox/index.ts';
import { NotFound } from '../platform/errors.ts';

/** A command that has failed and is still there; absent, and one of a hidden case, are the same answer. */
export const getFailedCommand = async ({ db }: Pick<Deps, 'db'>, id: string): Promise<StuckCommand> => {
  const found = await findFailed(db, id);
  if (!found || (found.caseId && (await hiddenAmong(db, [found.caseId])).size > 0)) throw new NotFound();
  return found;
};
