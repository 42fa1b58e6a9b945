import type { Instance } from './types.ts';

/** Where somebody who opens a case wants to look: the innermost process at work; in a closed case the procedure itself. */
export const chooseInstance = (instances: readonly Instance[]): Instance | undefined => {
  const inner = instances.findLast(
    (each) => each.state === 'active' && each.elements.some((step) => step.state === 'active' || step.state === 'incident'),
  );
  if (inner && inner.parentKey !== null) return inner;
  const [root] = instances;
  const called = instances.filter((each) => each.parentKey === root?.instanceKey);
  return inner ?? called.at(-1) ?? root;
};

/** From the root down to the one shown. */
export const pathTo = (instances: readonly Instance[], shown: Instance): Instance[] => {
  const parent = instances.find((each) => each.instanceKey === shown.parentKey);
  return parent ? [...pathTo(instances, parent), shown] : [shown];
};

/** The processes an element called, in their order: a step done twice has called twice. */
export const calledFrom = (instances: readonly Instance[], parent: Instance, elementId: string): Instance[] =>
  instances.filter((each) => each.parentKey === parent.instanceKey && each.calledBy === elementId);
