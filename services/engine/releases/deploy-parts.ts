import type { Logger } from 'pino';
import { canonical } from '../canonical.ts';
import type { Transaction } from '../contracts.ts';
import type { Engine } from '../engine.ts';
import { BundleRefused } from '../errors.ts';
import { checkVectors } from './check-vectors.ts';
import { fingerprintOf, readEngineState, writeEngineState } from './engine-state.ts';
import type { ReleasedPart } from './model-store.ts';
import type { ResolvedPart } from './resolve-bundle.ts';
import { retiredRoot } from './retired-root.ts';
import {
  announceReleases,
  findEngineState,
  insertRelease,
  listReleaseRows,
  makeCurrent,
  type ReleaseRow,
  retireOthers,
  saveEngineState,
  setDeployed,
  setVectorsHash,
} from './store.ts';

export type DeployOutcome = { released: string[]; redeployed: string[]; unchanged: number };
/** `parts`: what became current, whether new or known from before. */
export type PartsOutcome = DeployOutcome & { parts: ReleasedPart[] };

type DeployDeps = { engine: Engine; log: Logger };
type Step = { part: ResolvedPart; row: ReleaseRow | undefined };

const vectorsHash = (part: ResolvedPart): string => (part.vectors.length === 0 ? '' : fingerprintOf(part.vectors.map(canonical)));

const resourceName = (part: Pick<ResolvedPart, 'file'>): string => part.file.replaceAll('/', '_');

/**
 * The same part, released before. A process that keeps its id has one latest version in the engine, so going back to an old text is a new release;
 * everything else has its own id for ever and is just made current again.
 */
const findReleased = (part: ResolvedPart, rows: readonly ReleaseRow[]): ReleaseRow | undefined =>
  rows.find((row) => row.kind === part.kind && row.plainId === part.plainId && row.hash === part.hash && (row.current || !part.keepsId));

/** Roots that were released and are none any more: the engine would go on starting them. */
const findRetired = (resolved: readonly ResolvedPart[], rows: readonly ReleaseRow[]): string[] => {
  const kept = new Set(resolved.filter(({ keepsId }) => keepsId).map(({ engineId }) => engineId));
  return rows
    .filter((row) => row.current && row.kind === 'bpmn' && row.engineId === row.plainId && !kept.has(row.engineId))
    .map(({ engineId }) => engineId);
};

/**
 * Brings the engine and the table of releases to what the parts say, inside the caller's transaction, which holds the release lock. Does nothing
 * when nothing has changed; deploys everything again (the engine keeps the versions of what it knows) when the engine is not as we left it.
 *
 * The order makes a release whole wherever it is cut off. What has an id of its own by its hash comes first, tables tried out with their examples:
 * nobody uses it before the commit. All that keeps its id follows last, in one call the engine takes as a whole. Just before, the engine is marked
 * with the new state: cut off from there to the commit, mark and table differ, and the next release or start deploys everything of its own set.
 * Until then jobs of the new roots wait (Releases.isAhead). Throws BundleRefused, or EngineRefused with the engine's own words about a model.
 */
export const deployParts = async (
  { engine, log }: DeployDeps,
  trx: Transaction,
  resolved: readonly ResolvedPart[],
  releasedBy: string,
): Promise<PartsOutcome> => {
  const rows = await listReleaseRows(trx);
  const known = await findEngineState(trx);
  const engineKnows = known !== undefined && (await readEngineState(engine)) === known;
  const fingerprint = fingerprintOf(resolved.map((part) => `${part.engineId}=${part.hash}`));
  if (!engineKnows && rows.length > 0) log.warn('engine: it is not in the state we left it in, all models are deployed again');
  const outcome: PartsOutcome = { released: [], redeployed: [], unchanged: 0, parts: [] };

  const record = async ({ part, row }: Step, key: string): Promise<void> => {
    const { plainId, kind, engineId, decisionIds, hash, content, deployedContent } = part;
    if (row) {
      await setDeployed(trx, row.releaseId, key);
      if (engineKnows) outcome.unchanged += 1;
      else outcome.redeployed.push(engineId);
      if (row.current) return;
      await makeCurrent(trx, row);
      outcome.parts.push({ kind, plainId, release: row.release, engineId });
      return;
    }
    const fresh = { plainId, kind, engineId, decisionIds, hash, content, deployedContent, resourceName: resourceName(part) };
    const release = await insertRelease(trx, { ...fresh, definitionKey: key, vectorsHash: '', releasedBy });
    outcome.released.push(engineId);
    outcome.parts.push({ kind, plainId, release, engineId });
    log.info({ plainId, kind, release }, 'engine: released');
  };

  /** What is current and known to the engine is left alone. What comes back may be from an earlier life of the engine, so it is deployed. */
  const stepsOf = (fits: (part: ResolvedPart) => boolean): Step[] => {
    const steps = resolved.filter(fits).map((part) => ({ part, row: findReleased(part, rows) }));
    const needed = steps.filter(({ row }) => !(row?.current && engineKnows));
    outcome.unchanged += steps.length - needed.length;
    return needed;
  };
  const deployEach = async (steps: readonly Step[]): Promise<void> => {
    for (const step of steps) {
      const { part } = step;
      const { key } = await engine.deploy({ name: resourceName(part), kind: part.kind, content: part.deployedContent });
      await record(step, key);
    }
  };
  const checkTables = async (): Promise<void> => {
    const after = await listReleaseRows(trx);
    const wrong: string[] = [];
    for (const part of resolved.filter((each) => each.kind === 'dmn')) {
      const row = findReleased(part, after);
      const expected = vectorsHash(part);
      if (!row || row.vectorsHash === expected) continue;
      wrong.push(...(await checkVectors(engine, part)));
      await setVectorsHash(trx, row.releaseId, expected);
    }
    if (wrong.length > 0) throw new BundleRefused(wrong);
  };
  const deployRoots = async (steps: readonly Step[]): Promise<void> => {
    const roots = steps.map(({ part }) => ({ name: resourceName(part), id: part.engineId, content: part.deployedContent }));
    const retired = findRetired(resolved, rows).map((id) => retiredRoot(id, `${id}-entfallen.bpmn`));
    if (roots.length + retired.length === 0) return;
    const deployed = await engine.deployTogether([...roots, ...retired]);
    for (const [index, step] of steps.entries()) await record(step, deployed[index]?.key ?? '');
    if (retired.length > 0) log.info({ roots: retired.map(({ id }) => id) }, 'engine: no longer started');
  };

  await deployEach(stepsOf(({ kind }) => kind === 'dmn'));
  await checkTables();
  await deployEach(stepsOf(({ kind, keepsId }) => kind !== 'dmn' && !keepsId));
  const changed = !engineKnows || known !== fingerprint;
  if (changed) await writeEngineState(engine, fingerprint);
  await deployRoots(stepsOf(({ keepsId }) => keepsId));
  await retireOthers(trx, resolved);
  if (changed) await saveEngineState(trx, fingerprint);
  await announceReleases(trx);
  return outcome;
};
