import { NotFound } from '../../platform/errors.ts';
import type { Engine } from '../engine.ts';
import { BundleRefused } from '../errors.ts';
import { resourceName } from './deploy-parts.ts';
import type { ModelFile } from './model-files.ts';
import { previewBundle } from './resolve-bundle.ts';

/**
 * Deploys one table of a set that is not released, so that it can be asked: decision id → id in the engine. Harmless, because it is what a release
 * would deploy and nobody knows its ids; the same text again makes no second version. Throws BundleRefused with the faults of this file.
 */
export const tryTable = async (engine: Engine, files: readonly ModelFile[], path: string): Promise<Record<string, string>> => {
  // A table uses nothing outside its file, so faults elsewhere do not matter here.
  const { parts, findings } = previewBundle(files.filter((file) => file.path === path));
  if (findings.length > 0) throw new BundleRefused(findings);
  const [part] = parts;
  if (part?.kind !== 'dmn') throw new NotFound();
  await engine.deploy({ name: resourceName(part), kind: 'dmn', content: part.deployedContent });
  return part.decisionEngineIds;
};
