import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { type Children, superviseChildren } from '../../../services/embedded/children.ts';
import { commandOf, waitUntil } from '../../../services/embedded/processes.ts';
import { createLog } from '../../../services/platform/log.ts';

const log = createLog({ level: 'silent', name: 'test' });

/** A child that writes down what it is told. */
const child = `
import { appendFileSync } from 'node:fs';
const only = process.argv[3];
const note = (text) => appendFileSync(process.env.NOTES, only + ' ' + text + '\\n');
if (process.env.FAILS === only) process.exit(3);
process.on('message', ({ type }) => {
  note(type);
  if (type === 'drain') process.send({ type: 'drained' });
  if (type === 'stop') process.exit(0);
});
process.on('disconnect', () => { note('orphaned'); process.exit(0); });
process.send({ type: 'ready', drains: true });
`;

const set = (env: Record<string, string> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-children-'));
  const main = join(folder, 'main.mjs');
  const notes = join(folder, 'notes');
  writeFileSync(main, child);
  writeFileSync(notes, '');
  const start = (signal = new AbortController().signal): Promise<Children> =>
    superviseChildren({ names: ['api', 'workers'], main, env: { ...process.env, NOTES: notes, ...env }, log, restartMs: 1, signal });
  return { start, notes: () => readFileSync(notes, 'utf8').trim().split('\n').filter(Boolean).sort() };
};

test('both are drained before either is stopped, and nothing is left', async (t) => {
  const { start, notes } = set();
  const children = await start();
  const pids = Object.values(children.pids());
  await children.drain();
  t.deepEqual(notes(), ['api drain', 'workers drain']);
  await children.stop();
  t.deepEqual(notes(), ['api drain', 'api stop', 'workers drain', 'workers stop']);
  for (const pid of pids) t.is(commandOf(pid), undefined);
});

test('one that is killed comes back, the other stays', async (t) => {
  const { start } = set();
  const children = await start();
  const { api, workers } = children.pids();
  process.kill(api as number, 'SIGKILL');
  t.true(await waitUntil(() => children.pids().api !== api && commandOf(children.pids().api ?? 0) !== undefined, 5000));
  t.is(children.pids().workers, workers);
  await children.stop();
});

test('one that cannot start ends the start, and takes the other along', async (t) => {
  const { start, notes } = set({ FAILS: 'workers' });
  await t.throwsAsync(start(), { message: /workers ended before being ready/ });
  t.deepEqual(notes(), ['api stop']);
});
