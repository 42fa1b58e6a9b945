import type { Database } from '../contracts.ts';

export type InstanceRow = {
  instanceKey: string;
  parentKey: string | null;
  plainId: string;
  engineId: string;
  definitionKey: string;
  release: number | null;
  state: 'active' | 'completed' | 'terminated';
  startedAt: Date;
  endedAt: Date | null;
};

export type ElementRow = {
  elementKey: string;
  instanceKey: string;
  elementId: string;
  elementType: string;
  /** Flows are `taken`; the rest goes from `active` to `completed` or `terminated`. */
  state: string;
  activatedAt: Date;
  endedAt: Date | null;
};

export type IncidentRow = { instanceKey: string; elementId: string; errorType: string; at: Date };

/** Every process instance that has served a case, in the order they began. */
export const listCaseInstances = async (db: Database, caseId: string): Promise<InstanceRow[]> => {
  const { rows } = await db.raw(
    `select process_instance_key as "instanceKey", parent_key as "parentKey", plain_id as "plainId", engine_id as "engineId",
            definition_key as "definitionKey", release, state, started_at as "startedAt", ended_at as "endedAt"
       from engine_instances where case_id = ? order by started_at, length(process_instance_key), process_instance_key`,
    [caseId],
  );
  return rows as InstanceRow[];
};

/** Every element a case has reached, flows included, in the order of the engine's log; the processes themselves are the instances. */
export const listCaseElements = async (db: Database, caseId: string): Promise<ElementRow[]> => {
  const { rows } = await db.raw(
    `select element_key as "elementKey", process_instance_key as "instanceKey", element_id as "elementId", element_type as "elementType",
            state, activated_at as "activatedAt", ended_at as "endedAt"
       from engine_elements where case_id = ? and element_type <> 'PROCESS' order by position`,
    [caseId],
  );
  return rows as ElementRow[];
};

export const listCaseIncidents = async (db: Database, caseId: string): Promise<IncidentRow[]> => {
  const { rows } = await db.raw(
    `select process_instance_key as "instanceKey", element_id as "elementId", error_type as "errorType", created_at as at
       from engine_incidents where case_id = ? and resolved_at is null order by created_at`,
    [caseId],
  );
  return rows as IncidentRow[];
};

export type OpenIncident = IncidentRow & {
  incidentKey: string;
  jobKey: string | null;
  caseId: string | null;
  message: string;
  plainId: string | null;
  release: number | null;
};

const selectIncident = `select incident_key as "incidentKey", job_key as "jobKey", n.case_id as "caseId", n.process_instance_key as "instanceKey",
  element_id as "elementId", error_type as "errorType", message, created_at as at, i.plain_id as "plainId", i.release
  from engine_incidents n left join engine_instances i on i.process_instance_key = n.process_instance_key where resolved_at is null`;

/** What stands still, newest first. */
export const listOpenIncidents = async (db: Database, limit = 200): Promise<OpenIncident[]> => {
  const { rows } = await db.raw(`${selectIncident} order by created_at desc limit ?`, [limit]);
  return rows as OpenIncident[];
};

export const findOpenIncident = async (db: Database, incidentKey: string): Promise<OpenIncident | undefined> => {
  const { rows } = await db.raw(`${selectIncident} and incident_key = ?`, [incidentKey]);
  return (rows as OpenIncident[])[0];
};
