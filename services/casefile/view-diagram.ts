import { listOrderFaults } from '../authorities/index.ts';
import type { Deps } from '../deps.ts';
import {
  type ElementRow,
  type IncidentRow,
  type InstanceRow,
  listCaseElements,
  listCaseIncidents,
  listCaseInstances,
} from '../engine/records/index.ts';
import type { Releases } from '../engine/releases/index.ts';
import { findProcess } from '../models/index.ts';
import type { ProcessModel } from '../reading/index.ts';
import { listCaseTasks } from '../tasks/index.ts';
import type { Instance, StepOfCase, StepState } from './answers.ts';
import { findCallers } from './find-callers.ts';
import { incidentWords } from './incident-words.ts';

type Done = { instanceKey: string; elementId: string; by: string };

/** The model of the release each instance runs on; of the newest where the release is not known. */
const readModels = async (releases: Releases, instances: readonly InstanceRow[]): Promise<Map<string, ProcessModel>> => {
  const models = new Map<string, ProcessModel>();
  for (const { instanceKey, plainId, release } of instances) {
    const found = await findProcess(releases, plainId, release ?? undefined);
    if (found) models.set(instanceKey, found.read);
  }
  return models;
};

const stateOf = (rows: readonly ElementRow[], hasIncident: boolean): StepState => {
  if (hasIncident) return 'incident';
  if (rows.some((row) => row.state === 'active')) return 'active';
  return rows.at(-1)?.state === 'terminated' ? 'terminated' : 'completed';
};

const viewPlaces = (
  rows: readonly ElementRow[],
  incidents: readonly IncidentRow[],
  done: readonly Done[],
  model: ProcessModel | undefined,
): StepOfCase[] => {
  const places = new Map<string, ElementRow[]>();
  for (const row of rows) if (row.state !== 'taken') places.set(row.elementId, [...(places.get(row.elementId) ?? []), row]);
  return [...places].map(([elementId, visits]) => {
    const described = model?.elements.find((each) => each.id === elementId);
    const by = done.findLast((each) => each.elementId === elementId)?.by;
    const last = visits.at(-1);
    return {
      elementId,
      name: described?.name ?? '',
      type: described?.type ?? '',
      event: described?.event ?? null,
      state: stateOf(
        visits,
        incidents.some((each) => each.elementId === elementId),
      ),
      count: visits.length,
      activatedAt: last?.activatedAt.toISOString() ?? null,
      endedAt: last?.endedAt?.toISOString() ?? null,
      ...(by ? { by } : {}),
    };
  });
};

/** Every process that serves or has served the case: where it stands, the way it went, what stopped it, and which step called it. */
export const viewDiagram = async (deps: Pick<Deps, 'db' | 'releases'>, caseId: string): Promise<Instance[]> => {
  const { db, releases } = deps;
  const [instances, elements, incidents, tasks, faults] = await Promise.all([
    listCaseInstances(db, caseId),
    listCaseElements(db, caseId),
    listCaseIncidents(db, caseId),
    listCaseTasks(db, caseId),
    listOrderFaults(db, caseId),
  ]);
  const models = await readModels(releases, instances);
  const done = tasks.flatMap(({ processInstanceKey, elementId, completedBy }) =>
    completedBy ? [{ instanceKey: processInstanceKey, elementId, by: completedBy }] : [],
  );
  const callers = findCallers(
    instances,
    elements,
    ({ instanceKey }, elementId) => models.get(instanceKey)?.elements.find((each) => each.id === elementId)?.calledProcess ?? null,
  );
  const of = <T extends { instanceKey: string }>(rows: readonly T[], key: string): T[] => rows.filter((each) => each.instanceKey === key);
  return instances.map((instance) => {
    const { instanceKey } = instance;
    const rows = of(elements, instanceKey);
    const stopped = of(incidents, instanceKey);
    const model = models.get(instanceKey);
    return {
      instanceKey,
      parentKey: instance.parentKey,
      calledBy: callers.get(instanceKey) ?? null,
      processId: instance.plainId,
      version: instance.release,
      name: model?.name ?? instance.plainId,
      state: instance.state,
      startedAt: instance.startedAt.toISOString(),
      endedAt: instance.endedAt?.toISOString() ?? null,
      elements: viewPlaces(rows, stopped, of(done, instanceKey), model),
      taken: [...new Set(rows.filter((row) => row.state === 'taken').map((row) => row.elementId))],
      incidents: stopped.map(({ elementId, errorType, at }) => ({
        elementId,
        message: incidentWords(errorType, faults.get(elementId)),
        at: at.toISOString(),
      })),
    };
  });
};
