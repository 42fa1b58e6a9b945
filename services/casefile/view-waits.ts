import { findOrderOfWait } from '../authorities/index.ts';
import { openWaits } from '../cases/index.ts';
import type { Deps } from '../deps.ts';

/** Waits that ask an authority whose name may be said. Of a security query nothing is told but that it runs. */
const ASKING: readonly string[] = ['ba', 'eat', 'rp', 'behoerde'];

/**
 * What a case waits for. `since`, `version` and `authority` are for those who work on it; a security query has neither, because a second round would tell
 * how the first one went.
 */
export const viewWaits = async ({ db }: Pick<Deps, 'db'>, caseId: string) =>
  Promise.all(
    (await openWaits(db, caseId)).map(async ({ warteId, kind, until, begunAt, version }) => ({
      warteId,
      kind,
      until: until.toISOString(),
      ...(kind === 'beteiligung' ? {} : { since: begunAt.toISOString(), version }),
      ...(ASKING.includes(kind) ? { authority: (await findOrderOfWait(db, warteId))?.authority ?? null } : {}),
    })),
  );
