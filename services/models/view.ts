import type { Release } from '../engine/releases/index.ts';
import type { Releases } from './answers.ts';

export const releaseView = ({
  plainId,
  kind,
  release,
  engineId,
  hash,
  releasedAt,
  releasedBy,
  current,
}: Release): Releases['items'][number] => ({
  id: plainId,
  kind,
  version: release,
  engineId,
  hash,
  releasedAt,
  releasedBy,
  current,
});
