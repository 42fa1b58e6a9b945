import type { EngineRecord } from '../define-projection.ts';

export type Instance = {
  key: string;
  parentKey: string | null;
  rootKey: string;
  caseId: string | null;
  engineId: string;
  definitionKey: string;
  state: 'active' | 'completed' | 'terminated';
  startedAt: number;
  endedAt: number | null;
};

/** A record whose turn has come. */
export type Released = { record: EngineRecord; caseId: string | null };

/** Ended families beyond this many instances are dropped from memory. */
const rememberedInstances = 5_000;

export type TrackerState = { instances: Instance[]; waiting: EngineRecord[] };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const asCaseId = (value: unknown): string | null => (typeof value === 'string' && uuid.test(value) ? value.toLowerCase() : null);

const keyIn = (value: Record<string, unknown>, name: string): string | null => {
  const key = value[name];
  return key === undefined || key === '0' ? null : String(key);
};

export const instanceKeyOf = ({ value }: EngineRecord): string | null => keyIn(value, 'processInstanceKey');
export const parentKeyOf = ({ value }: EngineRecord): string | null => keyIn(value, 'parentProcessInstanceKey');

const isProcess = ({ valueType, value }: EngineRecord): boolean => valueType === 'PROCESS_INSTANCE' && value.bpmnElementType === 'PROCESS';

export const startsInstance = (record: EngineRecord): boolean => isProcess(record) && record.intent === 'ELEMENT_ACTIVATING';

/** The case a record names for its own instance. */
const namedCase = ({ valueType, value }: EngineRecord): string | null => {
  if (valueType !== 'PROCESS_INSTANCE_CREATION' && valueType !== 'MESSAGE_START_EVENT_SUBSCRIPTION') return null;
  return asCaseId((value.variables as Record<string, unknown> | undefined)?.caseId);
};

/**
 * Knows for every instance which case it serves: a root by the `caseId` it was started with, a child by its parent. What comes before that is known
 * waits, in order, and is released when the case is known, or without one when the root has ended. Pure: rows in, rows out.
 */
export const createTracker = (state: TrackerState) => {
  const instances = new Map(state.instances.map((each) => [each.key, each]));
  const waiting = new Map<string, EngineRecord[]>();
  const hints = new Map<string, string>();
  let changed = new Set<string>();
  for (const record of state.waiting) {
    const key = instanceKeyOf(record) ?? '';
    const caseId = namedCase(record);
    // It named the case before its instance had begun; that must not be forgotten with the memory.
    if (caseId && !instances.has(key)) hints.set(key, caseId);
    wait(key, record);
  }

  function wait(instanceKey: string, record: EngineRecord): void {
    const list = waiting.get(instanceKey) ?? [];
    list.push(record);
    waiting.set(instanceKey, list);
  }

  const rootOf = (key: string): Instance | undefined => {
    const own = instances.get(key);
    return own && instances.get(own.rootKey);
  };

  const begin = (record: EngineRecord): void => {
    const key = record.key;
    if (instances.has(key)) return;
    const parentKey = parentKeyOf(record);
    const root = parentKey ? rootOf(parentKey) : undefined;
    instances.set(key, {
      key,
      parentKey,
      rootKey: root?.key ?? key,
      caseId: root ? root.caseId : (hints.get(key) ?? null),
      engineId: String(record.value.bpmnProcessId),
      definitionKey: String(record.value.processDefinitionKey),
      state: 'active',
      startedAt: record.timestamp,
      endedAt: null,
    });
    hints.delete(key);
    changed.add(key);
  };

  const end = (record: EngineRecord): void => {
    const own = instances.get(record.key);
    if (own?.state !== 'active') return;
    own.state = record.intent === 'ELEMENT_COMPLETED' ? 'completed' : 'terminated';
    own.endedAt = record.timestamp;
    changed.add(own.key);
  };

  const learn = (record: EngineRecord, key: string): void => {
    const caseId = namedCase(record);
    if (!caseId) return;
    const own = instances.get(key);
    if (!own) hints.set(key, caseId);
    else if (own.rootKey === key && own.caseId === null) assign(key, caseId);
  };

  const assign = (rootKey: string, caseId: string): void => {
    for (const each of instances.values()) {
      if (each.rootKey !== rootKey || each.caseId !== null) continue;
      each.caseId = caseId;
      changed.add(each.key);
    }
  };

  const releaseWaiting = (rootKey: string, caseId: string | null): Released[] => {
    if (waiting.size === 0) return [];
    const keys = [...waiting.keys()].filter((key) => (instances.get(key)?.rootKey ?? key) === rootKey);
    const records = keys.flatMap((key) => waiting.get(key) ?? []);
    for (const key of keys) waiting.delete(key);
    return records.sort((a, b) => (BigInt(a.position) < BigInt(b.position) ? -1 : 1)).map((record) => ({ record, caseId }));
  };

  return {
    /** Takes the next record of the log; returns what may be applied now, in order. */
    take: (record: EngineRecord): Released[] => {
      const key = instanceKeyOf(record);
      if (!key) return [{ record, caseId: null }];
      if (startsInstance(record)) begin(record);
      learn(record, key);
      const root = rootOf(key);
      const ended = isProcess(record) && (record.intent === 'ELEMENT_COMPLETED' || record.intent === 'ELEMENT_TERMINATED');
      if (ended) end(record);
      if (root?.caseId) return [...releaseWaiting(root.key, root.caseId), { record, caseId: root.caseId }];
      if (root && root.state !== 'active') return [...releaseWaiting(root.key, null), { record, caseId: null }];
      wait(key, record);
      return [];
    },
    knows: (key: string): boolean => instances.has(key),
    add: (found: readonly Instance[]): void => {
      for (const each of found) if (!instances.has(each.key)) instances.set(each.key, each);
    },
    /** Instances begun, ended or assigned since the last call. */
    takeChanged: (): Instance[] => {
      const list = [...changed].map((key) => instances.get(key)).filter((each): each is Instance => each !== undefined);
      changed = new Set();
      return list;
    },
    listWaiting: (): EngineRecord[] => [...waiting.values()].flat(),
    /** Ended instances are read again from the table if a late record needs them; so memory holds what runs. */
    forgetEnded: (limit = rememberedInstances): void => {
      if (instances.size <= limit) return;
      const roots = new Set([...instances.values()].filter((each) => each.state === 'active').map((each) => each.rootKey));
      for (const each of instances.values()) if (!roots.has(each.rootKey)) instances.delete(each.key);
    },
  };
};

export type Tracker = ReturnType<typeof createTracker>;
