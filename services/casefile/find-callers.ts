import type { ElementRow, InstanceRow } from '../engine/records/index.ts';

/**
 * Which element of its parent called each instance. The record stream keeps the parent's key, not the element's: it is the call activity begun last before
 * the instance, and of several at once the one the model lets call this process (`calls` says what is fixed there, null what is worked out).
 */
export const findCallers = (
  instances: readonly InstanceRow[],
  elements: readonly ElementRow[],
  calls: (instance: InstanceRow, elementId: string) => string | null,
): Map<string, string> => {
  const callers = new Map<string, string>();
  const taken = new Set<string>();
  for (const instance of instances) {
    const parent = instances.find((each) => each.instanceKey === instance.parentKey);
    if (!parent) continue;
    const candidates = elements
      .filter((each) => each.instanceKey === parent.instanceKey && each.elementType === 'CALL_ACTIVITY' && !taken.has(each.elementKey))
      .filter((each) => each.activatedAt <= instance.startedAt && (each.endedAt === null || each.endedAt >= instance.startedAt))
      .filter((each) => (calls(parent, each.elementId) ?? instance.plainId) === instance.plainId);
    const caller = candidates.at(-1);
    if (!caller) continue;
    taken.add(caller.elementKey);
    callers.set(instance.instanceKey, caller.elementId);
  }
  return callers;
};
