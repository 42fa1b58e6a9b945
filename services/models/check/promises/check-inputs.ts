import type { FlowNode } from '../../../reading/index.ts';
import type { Analysed } from './flow-of-values.ts';
import { inMappings, readByStep } from './names-read.ts';
import { inQuotes, nearest, type Report } from './report.ts';
import type { World } from './world.ts';

/** Variables of user tasks that the services read, whatever the form does: who must not have the task. */
const readByTasks = ['ausgeschlossen'];

const isKnown = (world: World, node: FlowNode): boolean =>
  node.jobType !== null
    ? world.contract.workers.has(node.jobType)
    : node.type === 'userTask' || node.called !== null || node.decision !== null;

/** An input mapping that its own step does not read is a slip: the step reads what it finds around it instead. */
export const checkInputs = (world: World, _: Analysed, report: Report): void => {
  for (const { path, flow } of world.set.flows) {
    for (const node of flow.nodes) {
      if (node.inputs.length === 0 || !isKnown(world, node)) continue;
      const read = new Set([
        ...readByStep(world, node, new Set()),
        ...inMappings(node.outputs),
        ...(node.type === 'userTask' ? readByTasks : []),
      ]);
      node.inputs.forEach(({ target }, index) => {
        if (read.has(target) || inMappings(node.inputs.slice(index + 1)).includes(target)) return;
        report(
          { path, elementId: node.id },
          'input-unread',
          `Die Zuordnung zu ${inQuotes(target)} liest dieser Schritt nicht.${nearest(target, read)}`,
        );
      });
    }
  }
};
