import type { Instance } from '../../../services/casefile/answers.ts';

/** From the root down to the one shown. */
export const pathTo = (instances: readonly Instance[], shown: Instance): Instance[] => {
  const parent = instances.find((each) => each.instanceKey === shown.parentKey);
  return parent ? [...pathTo(instances, parent), shown] : [shown];
};

const isAtWork = (each: Instance): boolean =>
  each.state === 'active' && each.elements.some((step) => step.state === 'active' || step.state === 'incident');

/**
 * Where somebody who opens a case wants to look: the innermost process at work below the case's first root; in a closed case the procedure itself,
 * even while a renewal is booked beside it.
 */
export const chooseInstance = (instances: readonly Instance[]): Instance | undefined => {
  const [root] = instances;
  const family = instances.filter((each) => pathTo(instances, each)[0] === root);
  return family.findLast(isAtWork) ?? family.findLast((each) => each.parentKey === root?.instanceKey) ?? root;
};

/** The processes an element called, in their order: a step done twice has called twice. */
export const calledFrom = (instances: readonly Instance[], parent: Instance, elementId: string): Instance[] =>
  instances.filter((each) => each.parentKey === parent.instanceKey && each.calledBy === elementId);
