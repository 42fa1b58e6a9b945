import type { EngineRecord } from '../define-projection.ts';

type Kind = Pick<EngineRecord, 'valueType' | 'intent'>;

/**
 * What the engine's own tables are made of, by type and event of its log. A step between two others (activated, completing) says nothing that the one
 * before or after it does not. A case is named where its root begins, by a message or a direct start; its variables need not be read for that.
 */
export const readByEngine: Readonly<Record<string, readonly string[]>> = {
  PROCESS_INSTANCE: ['ELEMENT_ACTIVATING', 'ELEMENT_COMPLETED', 'ELEMENT_TERMINATED', 'SEQUENCE_FLOW_TAKEN'],
  PROCESS_INSTANCE_CREATION: ['CREATED'],
  MESSAGE_START_EVENT_SUBSCRIPTION: ['CORRELATED'],
  // TIMED_OUT changes no row: whoever asks why a job ran twice looks for it in the records.
  JOB: ['CREATED', 'COMPLETED', 'CANCELED', 'FAILED', 'RETRIES_UPDATED', 'ERROR_THROWN', 'TIMED_OUT'],
  INCIDENT: ['CREATED', 'RESOLVED'],
  DECISION_EVALUATION: ['EVALUATED', 'FAILED'],
};

export const isReadByEngine = ({ valueType, intent }: Kind): boolean => readByEngine[valueType]?.includes(intent) ?? false;
