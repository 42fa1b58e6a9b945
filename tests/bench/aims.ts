/** A bound that a run holds or misses. `says` is a sentence of the README, word for word; a test compares them. */
export type Aim = { says: string; unit: string; atLeast?: number; moreThan?: number; atMost?: number; lessThan?: number; stretch?: number };

/** What Lotse promises to be as fast as. Here and nowhere else. */
export const aims = {
  rate: {
    says: 'Half as many cases a second as Zeebe alone with its exporter, better 60 %.',
    unit: '%',
    atLeast: 50,
    stretch: 60,
  },
  ownCore: {
    says: 'At least 80 % of the engine’s own rate when Zeebe has a core of its own.',
    unit: '%',
    atLeast: 80,
  },
  processor: { says: 'At most 40 ms of processor time a case for all of Lotse, Zeebe and PostgreSQL included.', unit: 'ms', atMost: 40 },
  listed: { says: 'A new case’s task is listed after at most 40 ms (p95 at 10 cases/s).', unit: 'ms', atMost: 40 },
  next: { says: 'The step after a completed task has begun after at most 30 ms (p95 at 10 cases/s).', unit: 'ms', atMost: 30 },
  list: { says: 'A page of the list is read in under 20 ms (p95) with 10,000 open tasks.', unit: 'ms', lessThan: 20 },
  idleMemory: { says: 'At most 900 MB of memory while nothing is asked of it.', unit: 'MB', atMost: 900 },
  loadMemory: { says: 'At most 1,500 MB under load.', unit: 'MB', atMost: 1500 },
  warmStart: { says: 'Every start after the first takes at most 12 s.', unit: 's', atMost: 12 },
  failed: { says: 'No case fails.', unit: '', atMost: 0 },
  peerRate: {
    says: 'More cases a second than Camunda 7 and Flowable with external workers.',
    unit: '×',
    moreThan: 1,
  },
  peerProcessor: { says: 'Less processor time a case than Camunda 7 and Flowable with external workers.', unit: '×', lessThan: 1 },
} as const satisfies Record<string, Aim>;

export type AimName = keyof typeof aims;

const round = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 });
const withUnit = (value: number, unit: string): string => `${round(value)}${unit && ` ${unit}`}`;

/** What is not a number was not measured, and holds no bound. */
export const holds = (name: AimName, value: number): boolean => {
  const { atLeast = -Infinity, moreThan = -Infinity, atMost = Infinity, lessThan = Infinity }: Aim = aims[name];
  return value >= atLeast && value > moreThan && value <= atMost && value < lessThan;
};

export const bound = (name: AimName): string => {
  const { unit, atLeast, moreThan, atMost, lessThan }: Aim = aims[name];
  const bounds: [string, number | undefined][] = [
    ['≥', atLeast],
    ['>', moreThan],
    ['≤', atMost],
    ['<', lessThan],
  ];
  return bounds.flatMap(([sign, value]) => (value === undefined ? [] : [`${sign} ${withUnit(value, unit)}`])).join(', ');
};

/** A sentence for one that is missed, or whose better half is. */
export const judge = (name: AimName, value: number): { missed?: string; short?: string } => {
  const { says, unit, stretch }: Aim = aims[name];
  if (!holds(name, value)) return { missed: `Missed: ${says} Measured: ${Number.isNaN(value) ? 'nothing' : withUnit(value, unit)}.` };
  return stretch !== undefined && value < stretch
    ? { short: `Not yet ${withUnit(stretch, unit)}: ${says} Measured: ${withUnit(value, unit)}.` }
    : {};
};
