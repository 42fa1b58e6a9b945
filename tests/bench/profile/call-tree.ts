import { readFileSync } from 'node:fs';

type Frame = { functionName: string; url: string; lineNumber: number };
type CpuProfile = { nodes: { id: number; callFrame: Frame; children?: number[] }[]; samples: number[]; timeDeltas: number[] };

/** Milliseconds in the function itself, and who it called. */
export type Call = { name: string; place: string; owner: string; self: number; total: number; calls: Call[] };

const root = new URL('../../../', import.meta.url).href;

/** A package, a room of ours, or Node itself. */
const ownerOf = ({ functionName, url }: Frame): string => {
  const path = url.startsWith(root) ? url.slice(root.length) : url;
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path) ?? [];
  if (name) return name;
  if (path.startsWith('node:')) return 'node';
  if (path === '') return functionName.startsWith('(') ? functionName : 'native';
  return path
    .split('/')
    .slice(0, 3)
    .join('/')
    .replace(/\/[^/]+\.ts$/, '');
};

const placeOf = ({ url, lineNumber }: Frame): string =>
  url === '' ? '' : `${url.replace(root, '').replace(/.*node_modules\//, '')}:${lineNumber + 1}`;

/** Calls of one function from one caller are one, whatever node the profiler gave them. */
const merge = (calls: readonly Call[]): Call[] => {
  const merged = new Map<string, Call>();
  for (const call of calls) {
    const key = `${call.name} ${call.place}`;
    const known = merged.get(key);
    if (!known) merged.set(key, call);
    else {
      known.self += call.self;
      known.total += call.total;
      known.calls = merge([...known.calls, ...call.calls]);
    }
  }
  return [...merged.values()].toSorted((one, other) => other.total - one.total);
};

/** Rest, and what watching itself took. */
const isNoWork = ({ functionName, url }: Frame): boolean => functionName === '(idle)' || url === 'node:inspector';

/** What a process did while it was not idle. */
export const readProfile = (file: string): Call => {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as CpuProfile;
  const self = new Map<number, number>();
  for (const [index, id] of samples.entries()) self.set(id, (self.get(id) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const build = (id: number): Call[] => {
    const node = byId.get(id);
    if (!node || isNoWork(node.callFrame)) return [];
    const calls = merge((node.children ?? []).flatMap(build));
    const own = self.get(id) ?? 0;
    const total = own + calls.reduce((sum, call) => sum + call.total, 0);
    const { callFrame } = node;
    return [
      { name: callFrame.functionName || '(anonymous)', place: placeOf(callFrame), owner: ownerOf(callFrame), self: own, total, calls },
    ];
  };
  const [top] = build(nodes[0]?.id ?? 1);
  if (!top) throw new Error(`${file} holds no profile`);
  return top;
};

export type Hot = { what: string; ms: number };

/** Self time by package or room, and by function; the hottest first. */
export const hotSpots = (top: Call): { owners: Hot[]; functions: Hot[] } => {
  const owners = new Map<string, number>();
  const functions = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, ms: number): void => void to.set(key, (to.get(key) ?? 0) + ms);
  const walk = (call: Call): void => {
    add(owners, call.owner, call.self);
    add(functions, `${call.name} ${call.place}`, call.self);
    call.calls.forEach(walk);
  };
  walk(top);
  const sorted = (from: Map<string, number>): Hot[] =>
    [...from].map(([what, ms]) => ({ what: what.trim(), ms })).toSorted((one, other) => other.ms - one.ms);
  return { owners: sorted(owners), functions: sorted(functions) };
};
