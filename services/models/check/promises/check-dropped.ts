import { type Analysed, rootOf } from './flow-of-values.ts';
import { isReadLater } from './read-later.ts';
import { inQuotes, type Report } from './report.ts';
import { calledBy, type World } from './world.ts';

/** Variables that a process sets anew in an output mapping of its own and always leaves behind. */
const setIn = (world: World, { exits }: Analysed, id: string): string[] => {
  const targets = new Set(world.flows.get(id)?.flow.nodes.flatMap(({ outputs }) => outputs.map(({ target }) => rootOf(target))));
  return [...targets].filter((name) => exits.get(id)?.get(name)?.ownAlways === true);
};

/** A block always sets anew what its caller has, too, and reads afterwards: a call that does not take it out goes on with the old value. */
const checkCalls = (world: World, analysed: Analysed, report: Report): void => {
  for (const { path, flow } of world.set.flows)
    for (const node of flow.nodes) {
      const before = analysed.around.get(flow.id)?.get(node.id)?.before;
      if (node.called === null || !before || (node.handsAllBack && node.outputs.length === 0)) continue;
      const taken = new Set(node.outputs.map(({ target }) => rootOf(target)));
      for (const callee of calledBy(world, node.called))
        for (const name of setIn(world, analysed, callee))
          if (before.has(name) && !taken.has(name) && isReadLater(world, analysed, flow, node, name))
            report(
              { path, elementId: node.id },
              'result-dropped',
              `${inQuotes(world.flows.get(callee)?.flow.name ?? callee)} setzt ${inQuotes(name)} neu; dieser Aufruf nimmt es nicht mit, und danach wird der alte Wert gelesen.`,
            );
    }
};

/** The same job done a second time in a process makes its answer anew: what the first step took out of it and is read later, the second takes, too. */
const checkRepeats = (world: World, analysed: Analysed, report: Report): void => {
  for (const { path, flow } of world.set.flows) {
    const jobs = Map.groupBy(
      flow.nodes.filter(({ jobType }) => world.contract.workers.has(jobType ?? '')),
      ({ jobType }) => jobType,
    );
    for (const node of [...jobs.values()].filter(({ length }) => length > 1).flat()) {
      const taken = new Set(node.outputs.map(({ target }) => target));
      const before = analysed.around.get(flow.id)?.get(node.id)?.before;
      const others = (jobs.get(node.jobType) ?? []).flatMap(({ outputs }) => outputs);
      for (const target of new Set(others.filter(({ source }) => source !== '=null').map((each) => each.target)))
        if (node.outputs.length > 0 && !taken.has(target) && before?.has(target) && isReadLater(world, analysed, flow, node, target))
          report(
            { path, elementId: node.id },
            'result-dropped',
            `Derselbe Auftrag setzt an anderer Stelle ${inQuotes(target)}; hier nicht, und danach wird der alte Wert gelesen.`,
          );
    }
  }
};

/** Results made anew that get lost on their way out, so that what comes later goes on with the old value. */
export const checkDropped = (world: World, analysed: Analysed, report: Report): void => {
  checkCalls(world, analysed, report);
  checkRepeats(world, analysed, report);
};
