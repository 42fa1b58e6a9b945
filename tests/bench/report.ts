import { cpus, totalmem } from 'node:os';
import type { Footprint } from './footprint.ts';
import type { CaseTimes, Load } from './load.ts';
import { median, spread } from './percentiles.ts';

export type Side = { saturated: Load[]; steady: Load[]; footprint: Footprint; cases: number; coldStartMs: number };

const whole = (value: number): string => (Number.isFinite(value) ? Math.round(value).toLocaleString('en') : '–');
const one = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : '–');
const ms = (samples: readonly number[]): string => {
  const { p50, p95, p99 } = spread(samples);
  return `${one(p50)} / ${one(p95)} / ${one(p99)}`;
};
const total = (values: Record<string, number>): number => Object.values(values).reduce((sum, value) => sum + value, 0);
const parts = (values: Record<string, number>, show: (value: number) => string): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${show(value)}`)
    .join(', ');

const timesOf = (loads: readonly Load[]): CaseTimes[] => loads.flatMap((load) => load.times);
const listed = (loads: readonly Load[]): number[] => timesOf(loads).map((each) => each.listed);
const next = (loads: readonly Load[]): number[] => timesOf(loads).flatMap((each) => each.next);

export const ratePerSecond = (loads: readonly Load[]): number => median(loads.map((load) => load.perSecond));
/** The middle of the pairs' ratios: what disturbs the machine disturbs both halves of a pair. */
export const rateRatio = (lotse: Side, raw: Side): number =>
  median(lotse.saturated.map((load, index) => load.perSecond / (raw.saturated[index]?.perSecond ?? Number.NaN)));

const perCase = ({ footprint, cases }: Side): Record<string, number> =>
  Object.fromEntries(Object.entries(footprint.cpu).map(([name, value]) => [name, value / cases]));

export type Line = readonly [string, string, string, string];

export const compare = (lotse: Side, raw: Side): Line[] => {
  const latency = (what: string, pick: (loads: readonly Load[]) => number[]): Line => {
    const [ours, theirs] = [pick(lotse.steady), pick(raw.steady)];
    return [`${what} at 10 cases/s, ms p50 / p95 / p99`, ms(ours), ms(theirs), `p95 ${one(spread(ours).p95 / spread(theirs).p95)} ×`];
  };
  const [ourCpu, theirCpu] = [perCase(lotse), perCase(raw)];
  return [
    [
      'cases/s at saturation',
      one(ratePerSecond(lotse.saturated)),
      one(ratePerSecond(raw.saturated)),
      `${(100 * rateRatio(lotse, raw)).toFixed(0)} %`,
    ],
    latency('open → task listed', listed),
    latency('complete → next step', next),
    [
      'processor time a case, ms',
      `${one(total(ourCpu))} (${parts(ourCpu, one)})`,
      `${one(total(theirCpu))} (${parts(theirCpu, one)})`,
      `${one(total(ourCpu) / total(theirCpu))} ×`,
    ],
    [
      'memory under load, MB',
      `${whole(total(lotse.footprint.memory))} (${parts(lotse.footprint.memory, whole)})`,
      `${whole(total(raw.footprint.memory))} (${parts(raw.footprint.memory, whole)})`,
      '',
    ],
    ['cold start on an empty folder, s', one(lotse.coldStartMs / 1000), one(raw.coldStartMs / 1000), ''],
    [
      'cases that failed',
      whole(lotse.saturated.concat(lotse.steady).reduce((sum, load) => sum + load.faults, 0)),
      whole(raw.saturated.concat(raw.steady).reduce((sum, load) => sum + load.faults, 0)),
      '',
    ],
  ];
};

export const listLine = (samples: readonly number[], open: number): Line => [
  `GET /api/tasks?view=group&limit=50, ${whole(open)} open, ms p50 / p95 / p99`,
  ms(samples),
  '',
  '',
];

export const duldungLines = (saturated: Load, steady: Load, perSecond: number): Line[] => [
  ['duldung, whole case with four tasks: cases/s at saturation', one(saturated.perSecond), '', ''],
  [`duldung, open → first task listed at ${perSecond} cases/s, ms p50 / p95 / p99`, ms(listed([steady])), '', ''],
  [
    `duldung, complete → next task listed at ${perSecond} cases/s, ms p50 / p95 / p99`,
    ms(steady.times.flatMap((each) => each.next.slice(0, -1))),
    '',
    '',
  ],
];

const date = (): string => Temporal.Now.plainDateISO().toString();

/** Ready for the README. */
export const markdown = (lines: readonly Line[]): string =>
  [
    `Measured on ${date()} with \`npm run bench\`, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${whole(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}:`,
    '',
    '| three steps: service, task, service | Lotse by its API | Zeebe alone | ratio |',
    '| --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line.join(' | ')} |`),
    '',
    'Zeebe alone: the same model file, its own broker with the same settings and the same exporter into a sink that answers 200, zeebe-node workers that only complete.',
  ].join('\n');

export const plain = (lines: readonly Line[]): string =>
  lines
    .map(
      ([what, ours, theirs, ratio]) =>
        `  ${what}\n      Lotse ${ours}${theirs ? `\n      Zeebe ${theirs}` : ''}${ratio ? `\n      ratio ${ratio}` : ''}`,
    )
    .join('\n');
