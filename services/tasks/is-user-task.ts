import type { EngineRecord } from '../engine/define-projection.ts';

/** Whether a record of a job is one of a user task: all others have no task. */
export const isUserTask = ({ value }: Pick<EngineRecord, 'value'>): boolean => value.type === 'io.camunda.zeebe:userTask';
