// The test “it stays fast” of npm test, with nothing beside it: a short paired run, whose ratio must not have grown over the recorded one.
import { testFolder } from '../../support/runner/grounds.ts';
import { clearShort, measureRatio } from './measure-ratio.ts';
import { readRecorded } from './recorded.ts';

const MOST_GROWTH = 0.15;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const clear = (): Promise<void> => clearShort(testFolder);

const holds = async (): Promise<boolean> => {
  const recorded = readRecorded();
  const { ratio, lotseMs, zeebeMs } = await measureRatio(testFolder, say);
  const growth = ratio / recorded.ratio - 1;
  const percent = `${growth < 0 ? '' : '+'}${(100 * growth).toFixed(1)} %`;
  say(
    `Processor time a case: Lotse ${lotseMs.toFixed(1)} ms, Zeebe alone ${zeebeMs.toFixed(1)} ms, ratio ${ratio.toFixed(2)}; recorded ${recorded.ratio.toFixed(2)} (${percent}).`,
  );
  if (growth <= MOST_GROWTH) return true;
  say(
    `A case costs more than ${100 * MOST_GROWTH} % more than on ${recorded.on}, when the ratio was taken on ${recorded.machine} with a spread of ${recorded.spreadPercent} %. ` +
      'Find out what costs it (npm run bench -- --profile). If it is worth it, or the machine another: npm run bench -- --record, and say why in the commit.',
  );
  return false;
};

if (process.platform !== 'linux') {
  say('It stays fast: not measured, because only Linux says what each process has used of the processor.');
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void clear().finally(() => process.exit(1)));
await clear();
try {
  process.exitCode = (await holds()) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await clear();
}
// zeebe-node holds on for half a minute after close.
process.exit();
