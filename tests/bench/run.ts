// npm run bench [-- --quick] [-- --parts pairs,list,duldung] [-- --warm-up 3000 …]: Lotse through its API beside the engine alone, in one run.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stopAll } from '../../services/embedded/leftovers.ts';
import { stopZeebe } from '../../services/embedded/zeebe.ts';
import { fillList, readList } from './lotse/fill-list.ts';
import { measureDuldung } from './lotse/measure-duldung.ts';
import { runCase } from './lotse/run-case.ts';
import { type Office, startOffice } from './lotse/start-office.ts';
import { idleShare, measurePairs } from './measure-pairs.ts';
import { type Options, readOptions } from './options.ts';
import { openDriver } from './raw/driver.ts';
import { startRaw } from './raw/start-raw.ts';
import { compare, duldungLines, type Line, listLine, markdown, plain } from './report.ts';

const folder = resolve('.test/bench');
const folders = { three: join(folder, 'three'), duldung: join(folder, 'duldung'), raw: join(folder, 'raw') };
const models = resolve('tests/bench/processes');
/** Lotse's own workers look this often (WORKER_POLL_MS). */
const pollMs = 20;
/** Between two reads of a list while many cases run at once: eight reads a second in all, as some dozens of open pages cause. */
const crowdGapMs = 250;
const fillLimitMs = 15 * 60_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const clear = async (): Promise<void> => {
  await stopZeebe(folders.raw, 0);
  for (const each of [folders.three, folders.duldung]) await stopAll(each);
};

const threeSteps = { anliegen: 'DULDUNG', facts: {}, forms: [{ ergebnis: 'ERTEILT' }] };

const profiled = ({ profile }: Options): Record<string, string> =>
  profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${resolve(profile)}` } : {};

const runPairs = async (office: Office, options: Options): Promise<Line[]> => {
  say('\nThe engine alone starts …');
  const raw = await startRaw(folders.raw, say);
  try {
    const driver = await openDriver(raw.address, join(models, 'vorgang'), pollMs);
    const idle = await idleShare({ ...office.pids, raw: raw.pid }, 5);
    say(
      `  idle, share of a core: ${Object.entries(idle)
        .map(([name, share]) => `${name} ${(share * 100).toFixed(1)} %`)
        .join(', ')}`,
    );
    const [lotse, engine] = await measurePairs(
      [
        {
          name: 'Lotse',
          runCase: () => runCase(office.counter, office.clerk, office.desk, threeSteps),
          pids: { ...office.pids, client: process.pid },
          coldStartMs: office.coldStartMs,
          prepare: (saturated) => office.desk.setGap(saturated ? crowdGapMs : 0),
        },
        { name: 'Zeebe', runCase: driver.runCase, pids: { zeebe: raw.pid, client: process.pid }, coldStartMs: raw.coldStartMs },
      ],
      options,
      say,
    );
    await driver.close();
    return lotse && engine ? compare(lotse, engine) : [];
  } finally {
    await raw.stop();
  }
};

const runList = async (office: Office, options: Options): Promise<Line[]> => {
  say(`\nThe list is filled with ${options.openTasks} open tasks …`);
  const open = await fillList(office.clerk, options.openTasks, fillLimitMs);
  await readList(office.clerk, 50);
  return [listLine(await readList(office.clerk, 500), open)];
};

const withOffice = async <T>(options: Parameters<typeof startOffice>[0], work: (office: Office) => Promise<T>): Promise<T> => {
  say(`Lotse starts in ${options.folder} …`);
  const office = await startOffice(options);
  try {
    return await work(office);
  } finally {
    await office.stop();
  }
};

const run = async (options: Options): Promise<Line[]> => {
  const lines: Line[] = [];
  const has = (part: string): boolean => options.parts.includes(part);
  if (has('pairs') || has('list')) {
    const env = { PROCESSES_DIR: models, ...profiled(options) };
    await withOffice({ folder: folders.three, counter: 'svc', clerk: 'svc', env }, async (office) => {
      if (has('pairs')) lines.push(...(await runPairs(office, options)));
      if (has('list')) lines.push(...(await runList(office, options)));
    });
  }
  if (has('duldung')) {
    await withOffice({ folder: folders.duldung, counter: 'svc', clerk: 'sb-sg4', env: profiled(options) }, async (office) => {
      const { saturated, steady, perSecond } = await measureDuldung(office, options, crowdGapMs, say);
      lines.push(...duldungLines(saturated, steady, perSecond));
    });
  }
  return lines;
};

const options = readOptions(process.argv.slice(2));
await clear();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true, mode: 0o755 });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Stopping …');
    void clear().finally(() => process.exit(1));
  });
}
try {
  const lines = await run(options);
  say(`\n${plain(lines)}\n\n${markdown(lines)}`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await clear();
}
// zeebe-node holds on for half a minute after close.
process.exit();
