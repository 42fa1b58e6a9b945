import type { Deps } from '../../deps.ts';
import { notify } from '../../platform/events.ts';
import type { Transaction } from '../contracts.ts';
import { startApplier } from './applier.ts';
import { startIngest } from './ingest-server.ts';
import { loadProjections } from './projections.ts';
import { type Rebuilt, rebuild } from './rebuild.ts';
import { storeBulk } from './store-bulk.ts';

export type RecordsOptions = {
  servicesDir: string;
  /** Who may hear of a case is not the engine's business; by default only operations are told that something moved. */
  announceCases?: (trx: Transaction, caseIds: readonly string[]) => Promise<void>;
};

const tellOperations = (trx: Transaction): Promise<void> => notify(trx, { kind: 'operations' });

/** Receives, stores and applies the engine's record stream. Fails only when the port is taken or a projection file is wrong. */
export const startRecords = async (deps: Deps, { servicesDir, announceCases = tellOperations }: RecordsOptions) => {
  const projections = await loadProjections(servicesDir);
  const applier = startApplier({ deps, projections, announceCases });
  const store = (bytes: Buffer): Promise<void> => storeBulk(deps, { isRead: projections.reads, applyAtOnce: applier.applyAtOnce }, bytes);
  const ingest = await startIngest(deps, store).catch(async (error: unknown) => {
    await applier.stop();
    throw error;
  });
  return {
    port: ingest.port,
    /** Before this, the engine must have stopped or will send again what it gets no answer for. */
    stop: async (): Promise<void> => {
      await ingest.stop();
      await applier.stop();
    },
  };
};

/** `npm run rebuild`: returns a hash per table, before and after, the same every time. */
export const rebuildReadModel = async (deps: Deps, servicesDir: string): Promise<Rebuilt> =>
  rebuild({ deps, projections: await loadProjections(servicesDir) });
