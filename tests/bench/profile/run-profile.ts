import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../../../services/embedded/processes.ts';
import { readRun } from '../../../services/embedded/run-file.ts';
import { benchFolder, threeSteps } from '../folder.ts';
import { type Office, withOffice } from '../lotse/start-office.ts';
import { type Turn, takeTurns, warmUp } from '../measure-pairs.ts';
import type { Options } from '../options.ts';
import { lotseContestant } from '../pairs.ts';
import { hotSpots, readProfile } from './call-tree.ts';
import { costTable } from './cost-table.ts';
import { readEngineCounts } from './engine-counts.ts';
import { flameGraph } from './flame-graph.ts';
import type { Noted } from './noted.ts';
import { countStatements, openStatements } from './statements.ts';

type Say = (line: string) => void;

const watched = ['api', 'workers'] as const;
const folder = join(benchFolder, 'profile');
const fileOf = (name: string, ending: string): string => join(folder, `${name}.${ending}`);

const signalAll = async ({ pids }: Office, ending: string): Promise<void> => {
  for (const name of watched) process.kill(pids[name] ?? 0, 'SIGUSR2');
  if (!(await waitUntil(() => watched.every((name) => existsSync(fileOf(name, ending))), 30_000)))
    throw new Error(`not all processes left their .${ending}`);
};

const MOST_SPOTS = 20;
const sayHotSpots = (name: string, say: Say): void => {
  const top = readProfile(fileOf(name, 'cpuprofile'));
  const path = fileOf(name, 'html');
  writeFileSync(path, flameGraph(`Lotse, ${name}: ${Math.round(top.total)} ms at work`, top));
  const { owners, functions } = hotSpots(top);
  say(`\n${name}: ${path}`);
  for (const [title, spots] of [
    ['by package', owners],
    ['by function', functions],
  ] as const) {
    say(`  itself, ${title}, of ${Math.round(top.total)} ms`);
    for (const { what, ms } of spots.slice(0, MOST_SPOTS))
      say(`  ${String(Math.round(ms)).padStart(7)} ${((100 * ms) / top.total).toFixed(1).padStart(5)} %  ${what}`);
  }
};

/** Where the time of a case goes. What watches costs time itself: the figures of `npm run bench` come from a run without. */
export const runProfile = async (dataDir: string, options: Options, say: Say): Promise<boolean> => {
  if (process.platform === 'win32') throw new Error('--profile needs Linux or macOS: it begins and ends by a signal.');
  mkdirSync(folder, { recursive: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  await countStatements(dataDir);
  const env = {
    PROCESSES_DIR: threeSteps,
    BENCH_PROFILE_DIR: folder,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, `--import=${import.meta.resolve('./note-calls.ts')}`].filter(Boolean).join(' '),
  };
  say(`Lotse starts in ${dataDir}, watched …`);
  await withOffice({ folder: dataDir, counter: 'svc', clerk: 'svc', env }, async (office) => {
    const managementUrl = readRun(dataDir)?.urls.management ?? '';
    const contestant = lotseContestant(office);
    const statements = await openStatements(dataDir);
    try {
      await warmUp([contestant], options, say);
      await statements.begin();
      const before = await readEngineCounts(managementUrl);
      await signalAll(office, 'begun');
      const [[turn] = []] = await takeTurns([contestant], { ...options, rounds: 1 }, say);
      await signalAll(office, 'json');
      const after = await readEngineCounts(managementUrl);
      const database = await statements.end();
      const processes = Object.fromEntries(watched.map((name) => [name, JSON.parse(readFileSync(fileOf(name, 'json'), 'utf8')) as Noted]));
      for (const name of watched) sayHotSpots(name, say);
      const costs = costTable({ turn: turn as Turn, processes, database, engine: { before, after } });
      writeFileSync(join(folder, 'costs.md'), costs);
      say(`\n${join(folder, 'costs.md')}:\n\n${costs}`);
    } finally {
      await statements.close();
    }
  });
  return true;
};
