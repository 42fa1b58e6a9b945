import type { Turn } from '../measure-pairs.ts';
import { one, perCase, total } from '../report.ts';
import { type EngineCounts, grown } from './engine-counts.ts';
import type { Noted } from './noted.ts';
import type { DatabaseCounts, Statement } from './statements.ts';

export type Watched = {
  turn: Turn;
  processes: Record<string, Noted>;
  database: DatabaseCounts;
  engine: { before: EngineCounts; after: EngineCounts };
};

const MOST_STATEMENTS = 40;
const MOST_LINES = 30;

const few = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const sum = <T>(items: readonly T[], pick: (item: T) => number): number => items.reduce((all, item) => all + pick(item), 0);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
  '',
];

const inOneLine = (query: string): string => query.replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 160);

const summary = ({ turn, processes, database, engine }: Watched): string[][] => {
  const cases = turn.load.times.length;
  const each = (value: number): string => few(value / cases);
  const cpu = perCase({ footprint: turn.footprint, cases });
  const engineSum = (name: string, begins = ''): string =>
    each(
      sum(
        grown(engine.before, engine.after, name).filter(({ what }) => what.startsWith(begins)),
        ({ count }) => count,
      ),
    );
  const appended = 'zeebe_log_appender_record_appended_total';
  const bulks = Object.entries(processes.workers?.requests ?? {}).filter(([name]) => name === 'POST /_bulk');
  const byProcess = (pick: (noted: Noted) => number): string =>
    Object.entries(processes)
      .map(([name, noted]) => `${name} ${each(pick(noted))}`)
      .join(', ');
  const statements = (pick: (each: Statement) => number): string => {
    const outer = database.statements.filter(({ outermost }) => outermost);
    return `${each(sum(outer, pick))} (${each(sum(database.statements, pick))} with those inside functions and keys)`;
  };
  return [
    [
      'processor time, ms, under the profiler',
      `${one(total(cpu))} (${Object.entries(cpu)
        .map(([name, ms]) => `${name} ${one(ms)}`)
        .join(', ')})`,
    ],
    ['requests to the API', each(sum(Object.values(processes.api?.requests ?? {}), ({ count }) => count))],
    ['round trips to the database', byProcess(({ database: { roundTrips } }) => roundTrips)],
    ['writes to the database’s sockets', byProcess(({ database: { writes } }) => writes)],
    ['kB to / from the database', byProcess(({ database: { bytesOut, bytesIn } }) => (bytesOut + bytesIn) / 1024)],
    ['statements', statements(({ calls }) => calls)],
    ['rows', statements(({ rows }) => rows)],
    [
      'time in statements, ms',
      each(
        sum(
          database.statements.filter(({ outermost }) => outermost),
          ({ ms }) => ms,
        ),
      ),
    ],
    ['of them planned anew', `${statements(({ plans }) => plans)}, ms ${statements(({ planMs }) => planMs)}`],
    ['commits', each(database.commits)],
    ['WAL, kB', each(database.walBytes / 1024)],
    ['commands to the engine', engineSum('zeebe_gateway_total_requests_total')],
    [
      'records in its log',
      `${engineSum(appended)} (commands ${engineSum(appended, 'COMMAND ')}, events ${engineSum(appended, 'EVENT ')}, rejections ${engineSum(appended, 'COMMAND_REJECTION ')})`,
    ],
    [
      'records exported',
      `${engineSum('zeebe_exporter_events_total', 'exported')} (skipped ${engineSum('zeebe_exporter_events_total', 'skipped')})`,
    ],
    ['bulks', each(sum(bulks, ([, { count }]) => count))],
    ['kB exported', each(sum(bulks, ([, { bytesIn }]) => bytesIn) / 1024)],
  ];
};

/** One table, ready to paste, and below it those it is made of. All a case. */
export const costTable = (watched: Watched): string => {
  const { turn, processes, database, engine } = watched;
  const cases = turn.load.times.length;
  const each = (value: number): string => few(value / cases);
  const routes = Object.entries(processes).flatMap(([name, { requests }]) =>
    Object.entries(requests).map(([route, line]) => ({ name, route, ...line })),
  );
  const kinds = (name: string): string[][] =>
    grown(engine.before, engine.after, name)
      .slice(0, MOST_LINES)
      .map(({ what, count }) => [what, each(count)]);
  return [
    ...table([`a case costs (${cases} cases, ${one(turn.load.perSecond)}/s)`, ''], summary(watched)),
    ...table(
      ['statement', 'calls', 'rows', 'ms', 'planned', 'ms', 'WAL bytes'],
      database.statements
        .slice(0, MOST_STATEMENTS)
        .map(({ query, calls, rows, ms, plans, planMs, wal, outermost }) => [
          `${outermost ? '' : '… '}\`${inOneLine(query)}\``,
          each(calls),
          each(rows),
          (ms / cases).toFixed(3),
          each(plans),
          (planMs / cases).toFixed(3),
          (wal / cases).toFixed(0),
        ]),
    ),
    ...table(
      ['request', 'a case', 'round trips each'],
      routes
        .toSorted((a, b) => b.count - a.count)
        .slice(0, MOST_LINES)
        .map(({ name, route, count, roundTrips }) => [`${name}: ${route}`, each(count), few(roundTrips / count)]),
    ),
    ...table(['record in the engine’s log', 'a case'], kinds('zeebe_log_appender_record_appended_total')),
    ...table(['command through the gateway', 'a case'], kinds('zeebe_gateway_total_requests_total')),
    ...table(
      ['record stored', 'a case'],
      database.stored
        .filter(({ count }) => count > 0)
        .toSorted((a, b) => b.count - a.count)
        .slice(0, MOST_LINES)
        .map(({ type, count }) => [type, each(count)]),
    ),
  ].join('\n');
};
