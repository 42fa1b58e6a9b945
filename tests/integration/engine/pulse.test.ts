import test, { registerCompletionHandler } from 'ava';
import { createEngine } from '../../../services/engine/index.ts';
import { createLog } from '../../../services/platform/log.ts';
import { eventually, zeebeAddress } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const management = process.env.TEST_ZEEBE_MANAGEMENT_URL ?? '';
const tell = async (what: string): Promise<void> => {
  const { ok, status } = await fetch(`${management}/actuator/partitions/${what}`, { method: 'POST' });
  if (!ok) throw new Error(`${what}: ${status}`);
};

test('an engine whose partition works on nothing is not healthy, and says which; afterwards it is again', async (t) => {
  const engine = createEngine({ zeebeAddress: zeebeAddress(), workerPollMs: 1_000 }, createLog({ level: 'silent', name: 'pulse' }));
  t.teardown(() => engine.close());
  await engine.whenHealthy(new AbortController().signal);
  t.true(engine.health().ok);
  t.teardown(() => tell('resumeProcessing'));
  await tell('pauseProcessing');
  await eventually('the partition is missed', () => !engine.health().ok, 90_000);
  t.regex(engine.health().reason, /ist da, arbeitet aber seit \d+ s nichts ab \(Partition 1\)/);
  await tell('resumeProcessing');
  await eventually('it works again', () => engine.health().ok, 60_000);
});
