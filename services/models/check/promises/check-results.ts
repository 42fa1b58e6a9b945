import type { FlowNode } from '../../../reading/index.ts';
import { bare, isExpression, sayReads } from './feel-reads.ts';
import type { Analysed } from './flow-of-values.ts';
import { inQuotes, type Report } from './report.ts';
import { calledBy, type World } from './world.ts';

const readBy = (mappings: FlowNode['outputs']): string[] =>
  mappings.flatMap(({ source }) => (isExpression(source) ? sayReads(bare(source)).reads.map(({ name }) => name) : []));

/** A caller reads what its block leaves behind: each block it can lead to must write it, on every way to an end. */
const checkReads = (world: World, { exits }: Analysed, report: Report): void => {
  for (const { path, flow } of world.set.flows) {
    for (const node of flow.nodes.filter(({ called }) => called !== null)) {
      const callees = calledBy(world, node.called ?? '');
      const isChoice = node.called?.trimStart().startsWith('=') === true;
      for (const callee of callees) {
        const [file, exit] = [world.flows.get(callee), exits.get(callee)];
        if (!file || !exit) continue;
        for (const name of readBy(node.outputs)) {
          const value = exit.get(name);
          const how = !value?.own ? 'schreibt das nicht' : value.ownAlways ? '' : 'schreibt das nicht auf jedem Weg';
          // A procedure may leave nothing behind: the case then ends as done otherwise (vorgang-abschliessen.ts). Some ways and not others is a slip.
          if (!how || (isChoice && !value?.own)) continue;
          const caller = `Der Aufruf ${node.id} (${path}) liest das Ergebnis ${inQuotes(name)}`;
          if (isChoice) report({ path: file.path, elementId: '' }, 'result-unwritten', `${caller}; dieser Ablauf ${how}.`);
          else
            report(
              { path, elementId: node.id },
              'result-unwritten',
              `Gelesen wird das Ergebnis ${inQuotes(name)}; ${inQuotes(file.flow.name)} (${file.path}) ${how}.`,
            );
        }
      }
    }
  }
};

/** What an end of a block sets is its answer; an answer that no caller takes is lost. */
const checkUnread = (world: World, report: Report): void => {
  const calls = world.set.flows.flatMap(({ flow }) =>
    flow.nodes.flatMap((node) => (node.called === null ? [] : calledBy(world, node.called).map((callee) => ({ callee, node })))),
  );
  const byCallee = Map.groupBy(calls, ({ callee }) => callee);
  for (const [callee, callers] of byCallee) {
    const file = world.flows.get(callee);
    if (!file || callers.some(({ node }) => node.handsAllBack && node.outputs.length === 0)) continue;
    const read = new Set(callers.flatMap(({ node }) => readBy(node.outputs)));
    for (const end of file.flow.nodes.filter(({ type }) => type === 'endEvent'))
      for (const { target } of end.outputs)
        if (!read.has(target))
          report(
            { path: file.path, elementId: end.id },
            'result-unread',
            `Das Ergebnis ${inQuotes(target)} liest kein Aufrufer dieses Bausteins.`,
          );
  }
};

/** What blocks answer and what callers take, against each other. */
export const checkResults = (world: World, analysed: Analysed, report: Report): void => {
  checkReads(world, analysed, report);
  checkUnread(world, report);
};
