import { type ApplyContext, applyRecords } from './apply-records.ts';
import { createTracker } from './case-tracker.ts';
import type { Projections } from './projections.ts';
import { emptyReadModel, hashReadModel, listApplied, lockAll } from './rebuild-store.ts';
import { type Checkpoint, listRecords } from './store.ts';

const chunk = 1_000;

export type Rebuilt = { before: Record<string, string>; after: Record<string, string> };

/**
 * Empties the tables that come from the record stream (the engine's, and those a projection names) and fills them again from the raw records, up to
 * where they had been. All in one transaction: readers see the old rows until the new ones are complete, and Lotse may go on meanwhile, its applier
 * waits. Returns a hash per table, of what was there and of what is there now; they differ only if the tables were not what the log says.
 * Throws Conflict when somebody else keeps applying.
 */
export const rebuild = ({ deps, projections }: ApplyContext): Promise<Rebuilt> =>
  deps.db.transaction(async (trx) => {
    const rebuildable: Projections = projections.rebuildable();
    await lockAll(trx, new Set((await listApplied(trx)).map((each) => each.partitionId)));
    const before = await hashReadModel(trx, rebuildable.tables);
    await emptyReadModel(trx, rebuildable.tables);
    // Read only now: an applier may have moved them while we waited for its lock.
    for (const until of await listApplied(trx)) {
      let tracker = createTracker({ instances: [], waiting: [] });
      let at: Checkpoint = { ...until, position: '-1' };
      for (;;) {
        const stored = await listRecords(trx, at, chunk, until.position);
        const last = stored.at(-1);
        if (!last) break;
        ({ tracker } = await applyRecords(trx, { deps, projections: rebuildable }, tracker, at, stored));
        at = { ...at, position: last.position };
      }
    }
    return { before, after: await hashReadModel(trx, rebuildable.tables) };
  });
