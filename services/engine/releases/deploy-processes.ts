import type { Deps } from '../../deps.ts';
import { notify } from '../../platform/events.ts';
import type { Transaction } from '../contracts.ts';
import { BundleRefused, EngineRefused } from '../errors.ts';
import { type DeployOutcome, deployParts, type PartsOutcome } from './deploy-parts.ts';
import { hashOf, type ModelFile } from './model-files.ts';
import { forgetFile, insertModelRelease, listModelFiles, listStoredFiles, saveModelFiles, setRepositoryHash } from './model-store.ts';
import { readFolder, readParts } from './read-bundle.ts';
import { resolveBundle } from './resolve-bundle.ts';
import { lockReleases } from './store.ts';
import { planTakeOver, type TakeOver } from './take-over.ts';

type DeployDeps = Pick<Deps, 'db' | 'engine' | 'log'> & Partial<Pick<Deps, 'releases'>>;

const nothing: TakeOver = { files: [], agreed: [], gone: [], kept: [] };

const takeOver = async (trx: Transaction, plan: TakeOver, by: string): Promise<void> => {
  await saveModelFiles(
    trx,
    plan.files.map(({ path, after }) => ({ path, content: after })),
    by,
  );
  for (const path of plan.gone) await forgetFile(trx, path);
  for (const { path, hash } of plan.agreed) await setRepositoryHash(trx, path, hash);
};

/** The first one is the whole folder, and nothing it could be put back to. */
const noteRelease = async (trx: Transaction, plan: TakeOver, { parts }: PartsOutcome, first: boolean, by: string): Promise<void> => {
  if (plan.files.length === 0) return;
  const title = first ? 'Erster Stand aus den mitgelieferten Dateien' : 'Aus den mitgelieferten Dateien übernommen';
  const reason = first ? `${plan.files.length} Dateien` : 'Lotse wurde mit geänderten Dateien gestartet.';
  const files = first ? [] : plan.files;
  await insertModelRelease(trx, { kind: 'repository', changeId: null, title, reason, author: by, approvedBy: [], files, parts });
  await notify(trx, { kind: 'models' });
};

const start = async (
  deps: DeployDeps,
  { files, findings }: { files: readonly ModelFile[]; findings: readonly string[] },
  by: string,
  takes: boolean,
): Promise<{ outcome: PartsOutcome; plan: TakeOver }> =>
  deps.db.transaction(async (trx) => {
    await lockReleases(trx);
    const stored = await listStoredFiles(trx);
    const plan = takes ? planTakeOver(stored, files) : nothing;
    await takeOver(trx, plan, by);
    const { parts, findings: own } = readParts(await listModelFiles(trx));
    const outcome = await deployParts(deps, trx, resolveBundle(parts, takes ? [...findings, ...own] : own), by);
    await noteRelease(trx, plan, outcome, stored.length === 0, by);
    return { outcome, plan };
  });

/**
 * At a start: takes over what the folder has new, then brings engine and releases to the live set. A restart never undoes a release made in the
 * browser. Everything commits together, so a failure half-way leaves releases as they were, and definitions in the engine that nobody uses.
 * Throws BundleRefused with all findings, EngineRefused with the engine's own words about a model; but where the browser's releases and the new
 * files only clash with each other, the office goes on with what is live, and the drift between both says so.
 */
export const deployProcesses = async (deps: DeployDeps, folder: string, releasedBy = 'Lotse'): Promise<DeployOutcome> => {
  const read = await readFolder(folder);
  const begin = async (): Promise<{ outcome: PartsOutcome; plan: TakeOver }> => {
    try {
      return await start(deps, read, releasedBy, true);
    } catch (error) {
      const refused = error instanceof BundleRefused || error instanceof EngineRefused;
      if (!refused || !(await hasReleasesOfItsOwn(deps.db))) throw error;
      deps.log.error({ err: error }, 'models: the new files do not fit what was released in the browser; what is live stays');
      return await start(deps, read, releasedBy, false);
    }
  };
  const { outcome, plan } = await begin();
  if (plan.kept.length > 0) deps.log.warn({ files: plan.kept }, 'models: changed in the browser and in the files, what is live stays');
  deps.releases?.forget();
  const { released, redeployed, unchanged } = outcome;
  return { released, redeployed, unchanged };
};

/** True when a live text is not the one taken from the files. */
const hasReleasesOfItsOwn = async (db: Deps['db']): Promise<boolean> => {
  const live = await listStoredFiles(db);
  return live.some(({ content, repositoryHash }) => hashOf(content) !== repositoryHash);
};
