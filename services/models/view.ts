import type { Release } from '../engine/releases/index.ts';

export const releaseView = ({ plainId, kind, release, engineId, hash, releasedAt, releasedBy, current }: Release) => ({
  id: plainId,
  kind,
  version: release,
  engineId,
  hash,
  releasedAt,
  releasedBy,
  current,
});
