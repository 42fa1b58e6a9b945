import type Joi from 'joi';
import type { FlowNode } from '../../../reading/index.ts';
import type { WorkerPromise } from './contract.ts';
import type { Analysed, Around } from './flow-of-values.ts';
import { inQuotes, type Place, type Report, sayCode } from './report.ts';
import type { Value } from './values.ts';
import { calledBy, type World } from './world.ts';

/** Where a code comes from that a step is given: the step itself, or a call that hands it down. */
const givers = (world: World, { around }: Analysed, at: { processId: string; node: FlowNode }, name: string, code: string): Place[] => {
  const file = world.flows.get(at.processId);
  const here = { path: file?.path ?? '', elementId: at.node.id };
  if (around.get(at.processId)?.get(at.node.id)?.before.get(name)?.own !== false) return [here];
  const calls = world.set.flows.flatMap(({ path, flow }) =>
    flow.nodes.flatMap((node) =>
      node.called !== null &&
      calledBy(world, node.called).includes(at.processId) &&
      around.get(flow.id)?.get(node.id)?.inside.get(name)?.codes?.has(code)
        ? [{ path, elementId: node.id }]
        : [],
    ),
  );
  return calls.length > 0 ? calls : [here];
};

const refusal = (schema: Joi.Schema, code: string): boolean => schema.validate(JSON.parse(code)).error !== undefined;

const requiredFields = (schema: Joi.Schema): string[] => {
  const keys = (schema.describe().keys ?? {}) as Record<string, { flags?: { presence?: string } }>;
  return Object.entries(keys).flatMap(([name, { flags }]) => (flags?.presence === 'required' ? [name] : []));
};

const checkInput = (
  worker: WorkerPromise,
  [name, { schema, required }]: [string, { schema: Joi.Schema; required: boolean }],
  value: Value | undefined,
  blame: (code: string | null) => Place[],
  report: Report,
): void => {
  const tell = (code: string | null, message: string): void => {
    for (const place of blame(code)) report(place, 'job-input', message);
  };
  if (!value || (value.codes?.size === 0 && !value.fields)) {
    if (required) tell(null, `Dem Auftrag fehlt ${inQuotes(name)}; ${worker.file} verlangt es.`);
    return;
  }
  for (const code of value.codes ?? [])
    if (refusal(schema, code)) tell(code, `${inQuotes(name)} kann ${sayCode(code)} sein; ${worker.file} nimmt das nicht an.`);
  for (const field of value.fields ? requiredFields(schema) : [])
    if (!value.fields?.has(field)) tell(null, `${inQuotes(name)} enthält kein ${inQuotes(field)}; ${worker.file} verlangt es.`);
};

const targetsOf = (node: FlowNode): Set<string> => new Set(node.inputs.map(({ target }) => target));

const checkJob = (
  world: World,
  analysed: Analysed,
  at: { processId: string; node: FlowNode },
  { inside }: Around,
  report: Report,
): void => {
  const { node, processId } = at;
  const worker = world.contract.workers.get(node.jobType ?? '');
  if (!worker) return;
  const mapped = targetsOf(node);
  const here = { path: world.flows.get(processId)?.path ?? '', elementId: node.id };
  for (const input of worker.inputs) {
    const [name] = input;
    const source = node.inputs.find(({ target }) => target === name)?.source.replace(/^=\s*/, '');
    const blame = (code: string | null): Place[] =>
      code === null || (mapped.has(name) && source !== name) ? [here] : givers(world, analysed, at, name, code);
    checkInput(worker, input, inside.get(name), blame, report);
  }
};

/** What workers ask of the steps that give them work, by the joi schema each of them checks its variables with. */
export const checkJobs = (world: World, analysed: Analysed, report: Report): void => {
  for (const { flow } of world.set.flows) {
    if (analysed.open.has(flow.id)) continue;
    for (const node of flow.nodes) {
      const found = analysed.around.get(flow.id)?.get(node.id);
      if (node.jobType !== null && found) checkJob(world, analysed, { processId: flow.id, node }, found, report);
    }
  }
};
