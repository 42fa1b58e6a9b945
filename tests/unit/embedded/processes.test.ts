import { spawn } from 'node:child_process';
import test from 'ava';
import { backOff, keepUp } from '../../../services/embedded/keep-up.ts';
import { commandOf, runs, stopProcess, waitUntil } from '../../../services/embedded/processes.ts';
import { createLog } from '../../../services/platform/log.ts';

const log = createLog({ level: 'silent', name: 'test' });
const idle = (mark: string, script = 'setInterval(() => {}, 1000)') => spawn(process.execPath, ['-e', script, mark], { stdio: 'ignore' });

test('a living process is known by its command line, a dead one not at all', async (t) => {
  const child = idle('mark-living');
  const pid = child.pid as number;
  t.true(await waitUntil(() => runs(pid, 'mark-living'), 5000));
  t.false(runs(pid, 'another-mark'));
  child.kill('SIGKILL');
  t.true(await waitUntil(() => commandOf(pid) === undefined, 5000));
  t.is(commandOf(Number.NaN), undefined);
});

test('a stranger that got the number of a dead process is not hit', async (t) => {
  const stranger = idle('mark-stranger');
  const pid = stranger.pid as number;
  t.teardown(() => stranger.kill('SIGKILL'));
  await waitUntil(() => runs(pid, 'mark-stranger'), 5000);
  await stopProcess(pid, 'mark-of-zeebe', 100);
  t.true(runs(pid, 'mark-stranger'));
});

test('what does not end when asked is killed', async (t) => {
  const child = idle('mark-stubborn', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)");
  const pid = child.pid as number;
  await waitUntil(() => runs(pid, 'mark-stubborn'), 5000);
  await stopProcess(pid, 'mark-stubborn', 300);
  t.false(runs(pid, 'mark-stubborn'));
});

test('the pause before a restart doubles up to half a minute', (t) => {
  t.deepEqual(
    [0, 1, 2, 10, 50].map((failures) => backOff(1000, failures)),
    [1000, 2000, 4000, 30_000, 30_000],
  );
  t.is(backOff(60_000, 3), 60_000);
  t.is(backOff(0, 5), 0);
});

test('a lost part is started again, also when the first try fails; a stopped watch starts nothing', async (t) => {
  let up = true;
  let tries = 0;
  const watch = keepUp({
    name: 'part',
    isUp: () => up,
    start: async () => {
      tries += 1;
      if (tries === 1) throw new Error('the port is not free yet');
      up = true;
    },
    restartMs: 1,
    everyMs: 5,
    log,
  });
  up = false;
  t.true(await waitUntil(() => up, 5000, 5));
  t.is(tries, 2);
  await watch.stop();
  up = false;
  await new Promise((resolve) => setTimeout(resolve, 50));
  t.is(tries, 2);
});
