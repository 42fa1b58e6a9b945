import { randomUUID } from 'node:crypto';
import type { Database } from '../../../db/connection.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 5, 8, 8, minute));

export type Token = {
  caseId: string;
  process: string;
  elements: { id: string; type?: string; state?: string; minute?: number }[];
  release?: number;
  parentKey?: string;
  state?: 'active' | 'completed';
  startedMinute?: number;
};

/** An instance with what it has reached, as the record stream would have written it. */
export const aToken = async (
  db: Database,
  { caseId, process, elements, release = 1, parentKey, state = 'active', startedMinute = 0 }: Token,
): Promise<string> => {
  const key = String(BigInt(`0x${randomUUID().replaceAll('-', '').slice(0, 13)}`));
  await db('engine_instances').insert({
    process_instance_key: key,
    partition_id: 1,
    parent_key: parentKey ?? null,
    root_key: parentKey ?? key,
    case_id: caseId,
    plain_id: process,
    engine_id: `${process}--00000000`,
    release,
    definition_key: '1',
    state,
    started_at: at(startedMinute),
    ended_at: state === 'active' ? null : at(59),
  });
  for (const [position, element] of elements.entries()) {
    const state = element.state ?? 'active';
    await db('engine_elements').insert({
      element_key: randomUUID(),
      process_instance_key: key,
      case_id: caseId,
      element_id: element.id,
      element_type: element.type ?? 'USER_TASK',
      state,
      position,
      activated_at: at(element.minute ?? 0),
      ended_at: state === 'active' ? null : at(59),
    });
  }
  return key;
};

export const anIncident = async (db: Database, caseId: string, instanceKey: string, elementId: string): Promise<void> => {
  await db('engine_incidents').insert({
    incident_key: randomUUID(),
    process_instance_key: instanceKey,
    case_id: caseId,
    element_id: elementId,
    element_key: randomUUID(),
    error_type: 'JOB_NO_RETRIES',
    message: 'connect ECONNREFUSED Haddad',
    created_at: at(5),
  });
};
