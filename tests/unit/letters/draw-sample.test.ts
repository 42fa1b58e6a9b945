import { randomUUID } from 'node:crypto';
import test from 'ava';
import { drawNumber } from '../../../services/letters/draw-sample.ts';

test('the draw is the same for the same case and month, and another with another secret', (t) => {
  const caseIds = Array.from({ length: 50 }, () => randomUUID());
  const draw = (secret: string, month: string) => caseIds.map((caseId) => drawNumber(secret, caseId, month));
  t.deepEqual(draw('s', '2026-06'), draw('s', '2026-06'));
  t.notDeepEqual(draw('s', '2026-06'), draw('anders', '2026-06'));
  t.notDeepEqual(draw('s', '2026-06'), draw('s', '2026-07'));
});

test('numbers lie from 0 to 99, and a tenth of the cases is a tenth', (t) => {
  const numbers = Array.from({ length: 20_000 }, (_, n) => drawNumber('geheim', `fall-${n}`, '2026-06'));
  t.true(numbers.every((number) => number >= 0 && number < 100));
  const share = numbers.filter((number) => number < 10).length / numbers.length;
  t.true(Math.abs(share - 0.1) < 0.01, String(share));
});
