import { canonical } from '../canonical.ts';
import type { Deps, Transaction } from '../contracts.ts';
import { BundleRefused } from '../errors.ts';
import { checkVectors } from './check-vectors.ts';
import { fingerprintOf, readEngineState, writeEngineState } from './engine-state.ts';
import { readBundle } from './read-bundle.ts';
import { type ResolvedPart, resolveBundle } from './resolve-bundle.ts';
import {
  announceReleases,
  findEngineState,
  insertRelease,
  listReleaseRows,
  lockReleases,
  makeCurrent,
  type ReleaseRow,
  saveEngineState,
  setDeployed,
  setVectorsHash,
} from './store.ts';

type DeployDeps = Pick<Deps, 'db' | 'engine' | 'log'>;
export type DeployOutcome = { released: string[]; redeployed: string[]; unchanged: number };

const vectorsHash = (part: ResolvedPart): string => (part.vectors.length === 0 ? '' : fingerprintOf(part.vectors.map(canonical)));

const resourceName = (part: ResolvedPart): string => part.file.replaceAll('/', '_');

/**
 * The same part, released before. A process that keeps its id has one latest version in the engine, so going back to an old text is a new release;
 * everything else has its own id for ever and is just made current again.
 */
const findReleased = (part: ResolvedPart, rows: readonly ReleaseRow[]): ReleaseRow | undefined =>
  rows.find((row) => row.kind === part.kind && row.plainId === part.plainId && row.hash === part.hash && (row.current || !part.keepsId));

/**
 * Brings the engine and the table of releases to what the folder says. Does nothing at all when nothing has changed; deploys everything again (the
 * engine keeps the versions of what it knows) when the engine is not the one we deployed to. Everything commits together, so a failure half-way
 * leaves releases as they were, and definitions in the engine that nobody uses.
 * Throws BundleRefused with all findings, EngineRefused with the engine's own words about a model.
 */
export const deployProcesses = async ({ db, engine, log }: DeployDeps, folder: string, releasedBy = 'Lotse'): Promise<DeployOutcome> => {
  const { parts, findings } = await readBundle(folder);
  const resolved = resolveBundle(parts, findings);
  const outcome: DeployOutcome = { released: [], redeployed: [], unchanged: 0 };

  const deployPart = async (trx: Transaction, part: ResolvedPart, rows: readonly ReleaseRow[], engineKnows: boolean): Promise<void> => {
    const row = findReleased(part, rows);
    if (row && engineKnows) {
      if (!row.current) await makeCurrent(trx, row);
      outcome.unchanged += 1;
      return;
    }
    const { key } = await engine.deploy({ name: resourceName(part), kind: part.kind, content: part.deployedContent });
    if (row) {
      await setDeployed(trx, row.releaseId, key);
      await makeCurrent(trx, row);
      outcome.redeployed.push(part.engineId);
      return;
    }
    const { plainId, kind, engineId, decisionIds, hash, content, deployedContent } = part;
    const release = {
      plainId,
      kind,
      engineId,
      decisionIds,
      hash,
      content,
      deployedContent,
      resourceName: resourceName(part),
      definitionKey: key,
    };
    const number = await insertRelease(trx, { ...release, vectorsHash: '', releasedBy });
    outcome.released.push(engineId);
    log.info({ plainId, kind, release: number }, 'engine: released');
  };

  const checkTables = async (trx: Transaction): Promise<void> => {
    const rows = await listReleaseRows(trx);
    const wrong: string[] = [];
    for (const part of resolved.filter((each) => each.kind === 'dmn')) {
      const row = findReleased(part, rows);
      const expected = vectorsHash(part);
      if (!row || row.vectorsHash === expected) continue;
      wrong.push(...(await checkVectors(engine, part)));
      await setVectorsHash(trx, row.releaseId, expected);
    }
    if (wrong.length > 0) throw new BundleRefused(wrong);
  };

  await db.transaction(async (trx) => {
    await lockReleases(trx);
    const rows = await listReleaseRows(trx);
    const known = await findEngineState(trx);
    const engineKnows = known !== undefined && (await readEngineState(engine)) === known;
    const fingerprint = fingerprintOf(resolved.map((part) => `${part.engineId}=${part.hash}`));
    if (!engineKnows && rows.length > 0) log.warn('engine: it is not in the state we left it in, all models are deployed again');

    // Tables first: they are tried out before any process that would use them is released.
    for (const part of resolved.filter((each) => each.kind === 'dmn')) await deployPart(trx, part, rows, engineKnows);
    await checkTables(trx);
    for (const part of resolved.filter((each) => each.kind !== 'dmn')) await deployPart(trx, part, rows, engineKnows);

    if (engineKnows && known === fingerprint) return;
    await writeEngineState(engine, fingerprint);
    await saveEngineState(trx, fingerprint);
    await announceReleases(trx);
  });
  return outcome;
};
