/** Sets of models that belong together: read, checked, released, rolled back; which of them is live. */
export { createReleases } from './create-releases.ts';
export type { DeployOutcome } from './deploy-parts.ts';
export { deployProcesses } from './deploy-processes.ts';
export { type FileChange, hashOf, hashText, type ModelFile, tablePathOf, vectorsPathOf, withChanges } from './model-files.ts';
export {
  findByChange,
  findModelRelease,
  type LiveFile,
  listModelFiles,
  listModelReleases,
  type ModelRelease,
  type ModelReleaseLine,
} from './model-store.ts';
export { type Drift, readDrift } from './read-drift.ts';
export { releaseFiles, rollBack } from './release-files.ts';
export type { ElementDescription, Kind, Release, ReleaseContent, Releases } from './releases.ts';
export { previewBundle, type ResolvedPart } from './resolve-bundle.ts';
