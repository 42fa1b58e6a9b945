import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { readOffset, writeOffset } from '../../../services/embedded/clock-file.ts';
import { moveClock, syncEngineClock } from '../../../services/embedded/move-clock.ts';
import { fileClock } from '../../../services/platform/clock.ts';

const day = 86_400_000;
const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'lotse-clock-')), 'clock.json');

/** Stands where Zeebe's management port is, with a clock that is ahead by `aheadMs`. */
const fakeEngine = async (t: ExecutionContext, aheadMs: number) => {
  const added: number[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (request.url === '/actuator/clock/add') added.push((JSON.parse(body) as { offsetMilli: number }).offsetMilli);
    const ahead = aheadMs + added.reduce((sum, each) => sum + each, 0);
    response.end(JSON.stringify({ epochMilli: Date.now() + ahead }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, added };
};

test('no file means no shift', (t) => t.is(readOffset(newFile()), 0));

test('the clock goes forward only', (t) => {
  const file = newFile();
  writeOffset(file, 5 * day);
  t.throws(() => writeOffset(file, 4 * day), { instanceOf: RangeError });
  t.throws(() => writeOffset(file, 5.5 * day + 0.1), { instanceOf: RangeError });
  t.is(readOffset(file), 5 * day);
});

test('every process reads the new time at once', (t) => {
  const file = newFile();
  const clock = fileClock(file);
  writeOffset(file, 30 * day);
  const ahead = clock.now().epochMilliseconds - Date.now();
  t.true(Math.abs(ahead - 30 * day) < 1000);
});

test('the engine is told the difference, not the whole shift', async (t) => {
  const engine = await fakeEngine(t, 10 * day);
  await syncEngineClock(engine.url, 14 * day);
  t.is(engine.added.length, 1);
  t.true(Math.abs((engine.added[0] as number) - 4 * day) < 1000);
});

test('an engine that is there already, or further, is left alone', async (t) => {
  const engine = await fakeEngine(t, 14 * day);
  await syncEngineClock(engine.url, 14 * day);
  await syncEngineClock(engine.url, 3 * day);
  t.deepEqual(engine.added, []);
});

test('moving sets the office first and then the engine; a second call repairs a lost one', async (t) => {
  const clockFile = newFile();
  await t.throwsAsync(moveClock({ clockFile, managementUrl: 'http://127.0.0.1:1', offsetMs: 2 * day }));
  t.is(readOffset(clockFile), 2 * day);
  const engine = await fakeEngine(t, 0);
  await moveClock({ clockFile, managementUrl: engine.url, offsetMs: 2 * day });
  t.true(Math.abs((engine.added[0] as number) - 2 * day) < 1000);
});

test('a broken file is a mistake and not midnight', (t) => {
  const file = newFile();
  writeFileSync(file, 'oops');
  t.throws(() => readOffset(file));
});
