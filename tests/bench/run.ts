// npm run bench [-- --quick] [-- --parts pairs,core,list,duldung] [-- --peers runs.jsonl] [-- --warm-up 3000 …]: Lotse through its API beside the
// engine alone, in one run; ends with 1 when an aim is missed. --profile: where the time goes. --record: what a quick look is held against.
// --parts kills: nothing acknowledged is lost, however often a part is killed.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopAll } from '../../services/embedded/leftovers.ts';
import { stopZeebe } from '../../services/embedded/zeebe.ts';
import { runChild } from '../support/runner/run-child.ts';
import { benchFolder, threeSteps } from './folder.ts';
import { takeFootprint } from './footprint.ts';
import { runKills } from './kills/run-kills.ts';
import { fillList, readList } from './lotse/fill-list.ts';
import { measureDuldung } from './lotse/measure-duldung.ts';
import { type Office, startOffice, withOffice } from './lotse/start-office.ts';
import { type Options, readOptions } from './options.ts';
import { crowdGapMs, runPairs } from './pairs.ts';
import { peerLines } from './peers.ts';
import { runProfile } from './profile/run-profile.ts';
import { duldungLines, type Line, listLine, markdown, startLines, verdict } from './report.ts';
import { clearShort } from './short/measure-ratio.ts';
import { recordRatio } from './short/record-ratio.ts';

const folders = {
  three: join(benchFolder, 'three'),
  duldung: join(benchFolder, 'duldung'),
  raw: join(benchFolder, 'raw'),
  kills: join(benchFolder, 'kills'),
};
const fillLimitMs = 15 * 60_000;
/** After its start an office has things to look after for a moment. */
const settleMs = 20_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const clear = async (): Promise<void> => {
  await clearShort(benchFolder);
  await stopZeebe(folders.raw, 0);
  for (const each of [folders.three, folders.duldung, folders.kills]) await stopAll(each);
};

const runList = async (office: Office, options: Options): Promise<Line[]> => {
  say(`\nThe list is filled with ${options.openTasks} open tasks …`);
  const open = await fillList(office.clerk, options.openTasks, fillLimitMs);
  await readList(office.clerk, 50);
  return [listLine(await readList(office.clerk, 500), open)];
};

const runThreeSteps = async (options: Options): Promise<Line[]> => {
  const settings = { folder: folders.three, counter: 'svc', clerk: 'svc', env: { PROCESSES_DIR: threeSteps } };
  say(`Lotse starts in ${folders.three} …`);
  const first = await startOffice(settings);
  await first.stop();
  say('… and once more …');
  return withOffice(settings, async (office) => {
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    const start = { coldMs: first.startMs, warmMs: office.startMs, idleMemory: takeFootprint(office.pids).memory };
    const paired = ['pairs', 'core'].some((part) => options.parts.includes(part));
    const pairs = paired ? await runPairs(office, folders.raw, options, say) : undefined;
    const list = options.parts.includes('list') ? await runList(office, options) : [];
    return [...(pairs?.lines ?? []), ...startLines(start, pairs?.rawColdMs), ...list];
  });
};

const runDuldung = (options: Options): Promise<Line[]> => {
  say(`\nLotse starts in ${folders.duldung} …`);
  return withOffice({ folder: folders.duldung, counter: 'svc', clerk: 'sb-sg4' }, async (office) => {
    const { saturated, steady, perSecond } = await measureDuldung(office, options, crowdGapMs, say);
    return duldungLines(saturated, steady, perSecond);
  });
};

/** False when an aim was missed. */
const runParts = async (options: Options): Promise<boolean> => {
  const has = (part: string): boolean => options.parts.includes(part);
  const lines: Line[] = [];
  if (has('pairs') || has('core') || has('list')) lines.push(...(await runThreeSteps(options)));
  if (has('duldung')) lines.push(...(await runDuldung(options)));
  if (options.peers) lines.push(...peerLines(options.peers));
  if (lines.length > 0)
    say(`\n${markdown(lines, ['npm run bench', ...process.argv.slice(2, 3).map(() => '--'), ...process.argv.slice(2)].join(' '))}\n`);
  const { missed, short } = verdict(lines);
  for (const line of [...short, ...missed]) say(line);
  const held = has('kills') ? await runKills(folders.kills, options, say) : true;
  return held && missed.length === 0;
};

const run = async (options: Options): Promise<boolean> => {
  if (options.profile) return runProfile(folders.three, options, say);
  if (options.record > 0) return recordRatio(benchFolder, options.record, say);
  return runParts(options);
};

const options = readOptions(process.argv.slice(2));
await clear();
rmSync(benchFolder, { recursive: true, force: true });
mkdirSync(benchFolder, { recursive: true, mode: 0o755 });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Stopping …');
    void clear().finally(() => process.exit(1));
  });
}
try {
  // The first start is that of an office, not of a bundler.
  if ((await runChild(['.config/build-web.ts'], say)) !== 0) throw new Error('the web application could not be built');
  if (!(await run(options))) process.exitCode = 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await clear();
}
// zeebe-node holds on for half a minute after close.
process.exit();
