import { findOrderOfWait } from '../authorities/index.ts';
import type { Deps } from '../deps.ts';
import { rowHas } from '../office/index.ts';
import type { Wait as OpenWait } from '../waits/index.ts';
import type { Wait } from './answers.ts';

/**
 * What a case waits for. `since`, `version` and `authority` are for those who work on it; a security query has neither, because a second round would tell
 * how the first one went.
 */
export const viewWaits = ({ db }: Pick<Deps, 'db'>, waits: readonly OpenWait[]): Promise<Wait[]> =>
  Promise.all(
    waits.map(async ({ warteId, kind, until, begunAt, version }) => ({
      warteId,
      kind,
      until: until.toISOString(),
      ...(rowHas('fristen', kind, 'sicherheit') ? {} : { since: begunAt.toISOString(), version }),
      ...(rowHas('fristen', kind, 'behoerde') ? { authority: (await findOrderOfWait(db, warteId))?.authority ?? null } : {}),
    })),
  );
