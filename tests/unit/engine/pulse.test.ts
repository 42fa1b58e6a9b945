import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { watchPulse } from '../../../services/engine/client/pulse.ts';
import { EngineOverloaded, EngineRefused, EngineUnavailable } from '../../../services/engine/errors.ts';

const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await pause(5);
};

test('a partition that leaves two probes without an answer stands still, and is well again with the first answer', async (t) => {
  let stands = true;
  let asked = 0;
  const pulse = watchPulse({
    partitions: () => 2,
    probe: async (partition) => {
      asked += 1;
      if (partition === 2 && stands) throw new EngineUnavailable('keine Antwort');
    },
    intervalMs: 5,
  });
  t.teardown(pulse.stop);
  t.true(pulse.health().ok);
  await until(() => !pulse.health().ok);
  t.true(asked >= 3);
  t.regex(pulse.health().reason, /arbeitet aber seit \d+ s nichts ab \(Partition 2\)/);
  stands = false;
  await until(() => pulse.health().ok);
  t.is(pulse.health().reason, '');
});

test('refusals are answers, too much work is none and no alarm, and nobody is asked before the partitions are known', async (t) => {
  let partitions = 0;
  let asked = 0;
  const answers = [new EngineRefused('gibt es nicht', 5), new EngineOverloaded('zu viel')];
  const pulse = watchPulse({
    partitions: () => partitions,
    probe: async () => {
      asked += 1;
      throw answers[asked % 2];
    },
    intervalMs: 2,
  });
  t.teardown(pulse.stop);
  await pause(20);
  t.is(asked, 0);
  partitions = 1;
  await until(() => asked > 8);
  t.true(pulse.health().ok);
});
