import { cpus, totalmem } from 'node:os';
import { type AimName, bound, holds, judge } from './aims.ts';
import type { Footprint } from './footprint.ts';
import type { CaseTimes, Load } from './load.ts';
import { median, spread } from './percentiles.ts';

export type Side = { saturated: Load[]; steady: Load[]; footprint: Footprint; cases: number };

/** One line of the table. `value` is what the aim is held against. */
export type Line = { what: string; lotse: string; zeebe?: string; ratio?: string; aim?: AimName; value?: number };

export const whole = (value: number): string => (Number.isFinite(value) ? Math.round(value).toLocaleString('en') : '–');
export const one = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : '–');
const ms = (samples: readonly number[]): string => {
  const { p50, p95, p99 } = spread(samples);
  return `${one(p50)} / ${one(p95)} / ${one(p99)}`;
};
/** Who asks is no part of Lotse; in the engine's row the same process is its workers as well and stands under their name. */
const ASKING = 'client';
export const total = (values: Record<string, number>): number =>
  Object.entries(values).reduce((sum, [name, value]) => (name === ASKING ? sum : sum + value), 0);
const parts = (values: Record<string, number>, show: (value: number) => string): string => {
  const named = Object.entries(values).map(([name, value]) => `${name} ${show(value)}${name === ASKING ? ' not counted' : ''}`);
  return `${show(total(values))} (${named.join(', ')})`;
};

const timesOf = (loads: readonly Load[]): CaseTimes[] => loads.flatMap((load) => load.times);
const listed = (loads: readonly Load[]): number[] => timesOf(loads).map((each) => each.listed);
const next = (loads: readonly Load[]): number[] => timesOf(loads).flatMap((each) => each.next);

const ratePerSecond = (loads: readonly Load[]): number => median(loads.map((load) => load.perSecond));
/** The middle of the pairs' ratios, in per cent: what disturbs the machine disturbs both halves of a pair. */
const rateRatio = (lotse: readonly Load[], raw: readonly Load[]): number =>
  100 * median(lotse.map((load, index) => load.perSecond / (raw[index]?.perSecond ?? Number.NaN)));

export const perCase = ({ footprint, cases }: Pick<Side, 'footprint' | 'cases'>): Record<string, number> =>
  Object.fromEntries(Object.entries(footprint.cpu).map(([name, value]) => [name, value / cases]));

const rateLine = (what: string, aim: AimName, lotse: readonly Load[], raw: readonly Load[]): Line => {
  const value = rateRatio(lotse, raw);
  return { what, lotse: one(ratePerSecond(lotse)), zeebe: one(ratePerSecond(raw)), ratio: `${whole(value)} %`, aim, value };
};

export const compare = (lotse: Side, raw: Side): Line[] => {
  const latency = (what: string, aim: AimName, pick: (loads: readonly Load[]) => number[]): Line => {
    const [ours, theirs] = [pick(lotse.steady), pick(raw.steady)];
    const value = spread(ours).p95;
    const ratio = `p95 ${one(value / spread(theirs).p95)} ×`;
    return { what: `${what} at 10 cases/s, ms p50 / p95 / p99`, lotse: ms(ours), zeebe: ms(theirs), ratio, aim, value };
  };
  const [ourCpu, theirCpu] = [perCase(lotse), perCase(raw)];
  const failed = (side: Side): number => side.saturated.concat(side.steady).reduce((sum, load) => sum + load.faults, 0);
  return [
    rateLine('cases/s at saturation', 'rate', lotse.saturated, raw.saturated),
    latency('open → task listed', 'listed', listed),
    latency('complete → next step', 'next', next),
    {
      what: 'processor time a case, ms',
      lotse: parts(ourCpu, one),
      zeebe: parts(theirCpu, one),
      ratio: `${one(total(ourCpu) / total(theirCpu))} ×`,
      aim: 'processor',
      value: total(ourCpu),
    },
    {
      what: 'memory under load, MB',
      lotse: parts(lotse.footprint.memory, whole),
      zeebe: parts(raw.footprint.memory, whole),
      ratio: `${one(total(lotse.footprint.memory) / total(raw.footprint.memory))} ×`,
      aim: 'loadMemory',
      value: total(lotse.footprint.memory),
    },
    { what: 'cases that failed', lotse: whole(failed(lotse)), zeebe: whole(failed(raw)), aim: 'failed', value: failed(lotse) },
  ];
};

export const ownCoreLine = (lotse: readonly Load[], raw: readonly Load[]): Line =>
  rateLine('cases/s, the broker on core 0 and everything else on core 1', 'ownCore', lotse, raw);

export const startLines = (start: { coldMs: number; warmMs: number; idleMemory: Record<string, number> }, rawColdMs?: number): Line[] => [
  {
    what: 'first start on an empty folder, s',
    lotse: one(start.coldMs / 1000),
    ...(rawColdMs === undefined ? {} : { zeebe: one(rawColdMs / 1000), ratio: `${one(start.coldMs / rawColdMs)} ×` }),
  },
  { what: 'start after that, s', lotse: one(start.warmMs / 1000), aim: 'warmStart', value: start.warmMs / 1000 },
  { what: 'memory at rest, MB', lotse: parts(start.idleMemory, whole), aim: 'idleMemory', value: total(start.idleMemory) },
];

export const listLine = (samples: readonly number[], open: number): Line => ({
  what: `GET /api/tasks?view=group&limit=50, ${whole(open)} open, ms p50 / p95 / p99`,
  lotse: ms(samples),
  aim: 'list',
  value: spread(samples).p95,
});

export const duldungLines = (saturated: Load, steady: Load, perSecond: number): Line[] => [
  { what: 'duldung, whole case with four tasks: cases/s at saturation', lotse: one(saturated.perSecond) },
  { what: `duldung, open → first task listed at ${perSecond} cases/s, ms p50 / p95 / p99`, lotse: ms(listed([steady])) },
  {
    what: `duldung, complete → next task listed at ${perSecond} cases/s, ms p50 / p95 / p99`,
    lotse: ms(steady.times.flatMap((each) => each.next.slice(0, -1))),
  },
];

const date = (): string => Temporal.Now.plainDateISO().toString();

export const machine = (): string =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${whole(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

const aimCell = ({ aim, value = Number.NaN }: Line): string => (aim ? `${bound(aim)} ${holds(aim, value) ? '✔' : '✘'}` : '');

/** Ready for the README. */
export const markdown = (lines: readonly Line[], said: string): string =>
  [
    `Measured on ${date()} with \`${said}\`, ${machine()}, both in one run:`,
    '',
    '| three steps: service, task, service | Lotse by its API | Zeebe alone | ratio | aim |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${[line.what, line.lotse, line.zeebe ?? '', line.ratio ?? '', aimCell(line)].join(' | ')} |`),
    '',
    'Zeebe alone: the same model file, its own broker with the same settings and the same exporter into a sink that answers 200, zeebe-node workers that only complete.',
  ].join('\n');

/** Every aim that this run measured and missed, in a sentence; and those that could be better held. */
export const verdict = (lines: readonly Line[]): { missed: string[]; short: string[] } => {
  const judged = lines.flatMap(({ aim, value = Number.NaN }) => (aim ? [judge(aim, value)] : []));
  return { missed: judged.flatMap(({ missed = [] }) => missed), short: judged.flatMap(({ short = [] }) => short) };
};
