import test from 'ava';
import Joi from 'joi';
import type { Deps } from '../../../services/deps.ts';
import type { AnyCommand } from '../../../services/engine/define-command.ts';
import { EngineOverloaded } from '../../../services/engine/errors.ts';
import { createCommandTask } from '../../../services/engine/outbox/run-command.ts';
import { createLog } from '../../../services/platform/log.ts';

const deps = {
  log: createLog({ level: 'silent', name: 'run-command' }),
  engine: { whenHealthy: async () => undefined },
} as unknown as Deps;

/** Pauses of half to a whole of 0.5, 1, 2, 2, 2 and 2 s; doubling on, they would be 15.75 s at the least. */
const REFUSALS = 6;
const LIMIT_MS = 13_000;

test('a command the engine refuses again and again is tried every two seconds, as one try', async (t) => {
  const attempts: number[] = [];
  const command: AnyCommand = {
    schema: Joi.any(),
    run: async (_payload: unknown, _deps: unknown, { attempt }: { attempt: number }) => {
      attempts.push(attempt);
      if (attempts.length <= REFUSALS) throw new EngineOverloaded('voll');
    },
  } as never;
  const begun = performance.now();
  await createCommandTask('x', command, deps, new AbortController().signal)({ commandId: 'c', payload: {} }, 1);
  t.true(performance.now() - begun < LIMIT_MS);
  t.deepEqual(
    attempts,
    Array.from({ length: REFUSALS + 1 }, () => 1),
  );
});
