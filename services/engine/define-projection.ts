import type { Deps } from '../deps.ts';
import type { Transaction } from './contracts.ts';

/**
 * One event of the engine's log. Keys and positions are text, all other numbers plain; NUL characters have been replaced. What says nothing is not there:
 * empty text, empty lists and objects, null, and the key -1 that stands for none.
 */
export type EngineRecord = {
  partitionId: number;
  position: string;
  key: string;
  /** Milliseconds since 1970 on the engine's clock. Order by position, never by this. */
  timestamp: number;
  valueType: string;
  intent: string;
  value: Record<string, unknown>;
};

export type ProjectionContext = {
  /** Everything written here commits together with the checkpoint. */
  trx: Transaction;
  /** Null where a record belongs to no case (deployments, messages), or its instance ended without having named one. */
  caseId: string | null;
  deps: Deps;
};

/**
 * Applies records of one type, in the order of the engine's log per case, each once per rebuild. It sees every record again on a rebuild only if
 * it names its `tables`, which are emptied first; nobody else may write them. Without `tables` it must be idempotent by itself
 * and is left out of rebuilds. The engine's own tables are already up to date (at most a batch ahead) when it runs.
 */
export type Projection = {
  valueType: string;
  intents: readonly string[];
  tables?: readonly string[];
  /**
   * The keys of those records it need not be given, because what it would do for them is done for good. Asked once for a batch, before any of it
   * is applied; a question less for every record.
   */
  done?: (records: readonly EngineRecord[], trx: Transaction) => Promise<ReadonlySet<string>>;
  apply: (record: EngineRecord, context: ProjectionContext) => Promise<void>;
};

export const defineProjection = (projection: Projection): Projection => projection;
