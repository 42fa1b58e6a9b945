import type { Flow, FlowNode } from '../../../reading/index.ts';
import { givenBy } from './feel-reads.ts';
import { anything, type Env, handDown, join, joinAll, joinCalls, sameEnv, type Value } from './values.ts';
import { calledBy, type World } from './world.ts';
import { writtenBy } from './writes.ts';

/** What variables hold around a step. */
export type Around = {
  before: Env;
  /** Inside the step: with what its input mappings add. */
  inside: Env;
  /** Inside the step, once it is done: what its output mappings read. */
  done: Env;
  after: Env;
};

export type Analysed = {
  /** By process and element id; steps nobody reaches are missing. */
  around: ReadonlyMap<string, ReadonlyMap<string, Around>>;
  /** What a process leaves behind at its ends. */
  exits: ReadonlyMap<string, Env>;
  /** Processes nobody starts and nobody calls: what they are given is not known. */
  open: ReadonlySet<string>;
};

const own = (value: Value): Value => ({ ...value, own: true, ownAlways: true, missingIn: new Set() });

const withAll = (env: Env, written: Env): Env =>
  written.size === 0 ? env : new Map([...env, ...[...written].map(([name, value]) => [name, own(value)] as const)]);

/** A target `a.b` writes into the context `a`. */
export const rootOf = (target: string): string => target.split('.')[0] ?? '';

const mapInto = (mappings: FlowNode['inputs'], start: Env): { inside: Env; targets: Map<string, Value> } => {
  const targets = new Map<string, Value>();
  if (mappings.length === 0) return { inside: start, targets };
  const inside = new Map(start);
  for (const { source, target } of mappings) {
    const value = own(target.includes('.') ? anything : givenBy(source, inside));
    inside.set(rootOf(target), value);
    targets.set(rootOf(target), value);
  }
  return { inside, targets };
};

const callResult = (world: World, node: FlowNode, exits: ReadonlyMap<string, Env>): Env | undefined => {
  const found = calledBy(world, node.called ?? '').flatMap((id) => exits.get(id) ?? []);
  const [first, ...rest] = found;
  return first && rest.reduce(join, first);
};

/** One step: inputs make variables of its own, what it does is written there, outputs carry it out. Without outputs all goes out that is not the step's own. */
const pass = (world: World, node: FlowNode, before: Env, exits: ReadonlyMap<string, Env>, inner: Env | undefined): Around => {
  const start = node.loop?.element ? new Map([...before, [node.loop.element, anything], ['loopCounter', anything]]) : before;
  const { inside, targets } = mapInto(node.inputs, start);
  const isCall = node.called !== null;
  const left = isCall ? callResult(world, node, exits) : undefined;
  const written = isCall ? new Map([...(left ?? [])].filter(([, value]) => value.own)) : writtenBy(world, node);
  const base = inner ?? inside;
  const done = isCall
    ? new Map([...base, ...[...written].map(([name, value]) => [name, value.ownAlways ? value : { ...value, sure: false }] as const)])
    : withAll(base, written);
  const { targets: results } = mapInto(node.outputs, done);
  const spread = isCall ? node.handsAllBack && node.outputs.length === 0 : node.outputs.length === 0;
  const freed = inner ? new Map([...inner].filter(([name]) => !targets.has(name) || before.has(name))) : before;
  const carried = spread ? new Map([...written].filter(([name]) => !targets.has(name))) : new Map();
  return { before, inside, done, after: withAll(freed, new Map([...carried, ...results])) };
};

const sameExit = (one: Env | undefined, other: Env | undefined): boolean => (one && other ? sameEnv(one, other) : one === other);

/** `entry`, `results` and `parts` (forms and tables its steps use) are what it was worked out from: as long as they stay, it stays. */
type Local = {
  around: ReadonlyMap<string, Around>;
  exit: Env | undefined;
  entry: Env;
  results: [callee: string, exit: Env | undefined][];
  parts: unknown[];
};

/** Steps in the order a fixed point is found fast: as the lines lead. */
const orderOf = ({ nodes, lines }: Flow): FlowNode[] => {
  const next = Map.groupBy(lines, ({ from }) => from);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const order: FlowNode[] = [];
  const visit = (id: string): void => {
    const node = byId.get(id);
    if (!node || seen.has(id)) return;
    seen.add(id);
    for (const { to } of next.get(id) ?? []) visit(to);
    for (const each of nodes) if (each.host === id || (each.scope === id && each.type === 'startEvent')) visit(each.id);
    order.unshift(node);
  };
  for (const node of nodes) if (node.byEvent || (node.type === 'startEvent' && node.scope === null)) visit(node.id);
  return order;
};

const isParallel = ({ type }: FlowNode): boolean => type === 'parallelGateway' || type === 'inclusiveGateway';

const analyseOne = (world: World, flow: Flow, entry: Env, exits: ReadonlyMap<string, Env>): Local => {
  const around = new Map<string, Around>();
  const inners = new Map<string, Env | undefined>();
  const order = orderOf(flow);
  const incoming = Map.groupBy(flow.lines, ({ to }) => to);
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const inScope = Map.groupBy(flow.nodes, ({ scope }) => scope ?? '');

  const joinOf = (envs: readonly Env[], how: (one: Env, other: Env) => Env = join): Env | undefined => {
    const [first, ...rest] = envs;
    return first && rest.reduce(how, first);
  };
  const befores = (nodes: readonly FlowNode[] = []): Env[] => nodes.flatMap(({ id }) => around.get(id)?.before ?? []);
  /** Where the host was before, or anywhere inside of it. */
  const atHost = (host: string): Env | undefined =>
    joinOf([...befores(byId.get(host) ? [byId.get(host) as FlowNode] : []), ...befores(inScope.get(host))]);
  const atStart = (node: FlowNode): Env | undefined => {
    const scope = byId.get(node.scope ?? '');
    return scope ? around.get(scope.id)?.inside : entry;
  };
  const endOf = (scope: string): Env | undefined =>
    joinOf((inScope.get(scope) ?? []).filter((each) => each.type === 'endEvent').flatMap(({ id }) => around.get(id)?.after ?? []));
  const beforeOf = (node: FlowNode): Env | undefined => {
    if (node.host !== null) return atHost(node.host);
    if (node.byEvent) return joinOf(befores(inScope.get(node.scope ?? '')));
    if (node.type === 'startEvent') return atStart(node);
    const envs = (incoming.get(node.id) ?? []).flatMap(({ from }) => around.get(from)?.after ?? []);
    return joinOf(envs, isParallel(node) ? joinAll : join);
  };

  for (let round = 0; round < 50; round += 1) {
    let changed = false;
    for (const node of order) {
      const before = beforeOf(node);
      if (!before) continue;
      const inner = node.type.endsWith('ubProcess') ? endOf(node.id) : undefined;
      const old = around.get(node.id);
      if (old && sameExit(inners.get(node.id), inner) && sameEnv(before, old.before)) continue;
      inners.set(node.id, inner);
      around.set(node.id, pass(world, node, before, exits, inner));
      changed = true;
    }
    if (!changed) break;
  }
  return { around, exit: endOf(''), entry, results: resultsOf(world, flow, exits), parts: partsOf(world, flow) };
};

const resultsOf = (world: World, flow: Flow, exits: ReadonlyMap<string, Env>): Local['results'] =>
  flow.nodes.flatMap(({ called }) => (called === null ? [] : calledBy(world, called))).map((id) => [id, exits.get(id)]);

const partsOf = (world: World, flow: Flow): unknown[] => [
  world.contract,
  ...flow.nodes.flatMap(({ formId, decision }) => [
    ...(formId === null ? [] : [world.forms.get(formId)?.form]),
    ...(decision === null ? [] : [world.decisions.get(decision)?.decision]),
  ]),
];

const stands = (old: Local, entry: Env, results: Local['results'], parts: readonly unknown[]): boolean =>
  old.parts.length === parts.length &&
  old.parts.every((part, index) => part === parts[index]) &&
  old.results.length === results.length &&
  old.results.every(([callee, exit], index) => callee === results[index]?.[0] && sameExit(exit, results[index]?.[1])) &&
  sameEnv(entry, old.entry);

const kept = new WeakMap<Flow, Local[]>();
const MOST_KEPT = 8;

/** A process is worked out once for as long as nothing of what it was worked out from changes: while somebody draws, most files stand still. */
const analyseKept = (world: World, flow: Flow, entry: Env, exits: ReadonlyMap<string, Env>): Local => {
  const known = kept.get(flow) ?? [];
  const [results, parts] = [resultsOf(world, flow, exits), partsOf(world, flow)];
  const found = known.find((old) => stands(old, entry, results, parts)) ?? analyseOne(world, flow, entry, exits);
  kept.set(flow, [found, ...known.filter((each) => each !== found)].slice(0, MOST_KEPT));
  return found;
};

type Entries = Map<string, Env>;

const startMessage = ({ nodes }: Flow): string | null =>
  nodes.find(({ type, scope, message }) => type === 'startEvent' && scope === null && message !== null)?.message ?? null;

/** What each process is given by all its callers together. */
const entriesOf = (world: World, locals: ReadonlyMap<string, Local>): Entries => {
  const calls = new Map<string, { env: Env; at: string }[]>();
  for (const [id, { around }] of locals) {
    const { path, flow } = world.flows.get(id) ?? {};
    for (const node of flow?.nodes ?? []) {
      const inside = around.get(node.id)?.inside;
      if (node.called === null || !inside) continue;
      for (const callee of calledBy(world, node.called))
        calls.set(callee, [...(calls.get(callee) ?? []), { env: handDown(inside), at: `${path}#${node.id}` }]);
    }
  }
  return new Map(
    [...calls].map(([id, all]) => [
      id,
      joinCalls(
        all.map(({ env }) => env),
        all.map(({ at }) => at),
      ),
    ]),
  );
};

const settle = (world: World, roots: readonly string[], locals: Map<string, Local>): void => {
  let entries: Entries = new Map(roots.map((id) => [id, new Map()]));
  for (let round = 0; round < 30; round += 1) {
    let changed = false;
    const exits = exitsOf(locals);
    for (const [id, entry] of entries) {
      const file = world.flows.get(id);
      if (!file) continue;
      const next = analyseKept(world, file.flow, entry, exits);
      if (locals.get(id) === next) continue;
      locals.set(id, next);
      changed = true;
    }
    if (!changed) break;
    entries = new Map([...entries].filter(([id]) => roots.includes(id)));
    for (const [id, entry] of entriesOf(world, locals)) if (!roots.includes(id)) entries.set(id, entry);
  }
};

const exitsOf = (locals: ReadonlyMap<string, Local>): ReadonlyMap<string, Env> =>
  new Map([...locals].flatMap(([id, { exit }]) => (exit ? [[id, exit] as const] : [])));

/**
 * What can stand in each variable at each step of every live process, worked out until nothing changes: along the lines, round the loops, into blocks and
 * back. Ways through a block are not told apart by caller. A process that neither a message starts nor anybody calls is looked at last, and by itself.
 */
export const analyse = (world: World): Analysed => {
  const locals = new Map<string, Local>();
  const ids = [...world.flows.keys()];
  settle(
    world,
    ids.filter((id) => startMessage(world.flows.get(id)?.flow as Flow) !== null),
    locals,
  );
  const open = ids.filter((id) => !locals.has(id));
  for (const id of open) locals.set(id, analyseKept(world, world.flows.get(id)?.flow as Flow, new Map(), exitsOf(locals)));
  return {
    around: new Map([...locals].map(([id, { around }]) => [id, around])),
    exits: exitsOf(locals),
    open: new Set(open),
  };
};
