import { readFileSync } from 'node:fs';
import test from 'ava';
import { fetchToken } from '../../services/embedded/fetch-token.ts';
import { readRun } from '../../services/embedded/run-file.ts';
import { brokenFramings, sendFraming, shortLength } from '../support/broken-framings.ts';
import { as, dataDir, url } from '../support/office.ts';

/** At once; the office has two cores. */
const width = 25;

test('no broken request of an applicant ends anything: other sessions and streams go on in the same process', async (t) => {
  const seed = Number(process.env.HOSTILE_SEED ?? Date.now() % 2 ** 31);
  t.log(`seed ${seed}`);
  const issuer = readRun(dataDir())?.urls.issuer ?? '';
  const [token, reader] = await Promise.all([fetchToken(issuer, 'antragsteller'), fetchToken(issuer, 'sb-sg4')]);
  const port = Number(new URL(url()).port);
  const processes = () => readRun(dataDir())?.processes;
  const before = processes();
  const logFile = `${dataDir()}.log`;
  const logged = readFileSync(logFile).length;

  const leaving = new AbortController();
  const stream = await fetch(`${url()}/api/events`, { headers: { authorization: `Bearer ${reader}` }, signal: leaving.signal });
  let ended = false;
  const reading = (async () => {
    for await (const _ of stream.body ?? []);
  })()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
    });

  const ordinary: number[] = [];
  const ask = async (): Promise<void> => {
    ordinary.push((await as('sb-sg4').get('/api/tasks?view=all&limit=1')).status);
  };
  const repro = ['/api/cases', '/api/tasks/0d0c9c0e-7f4e-4b1e-9b8a-6f0f5d3a1c11/claim'].flatMap((path) =>
    [0, 1, 2, 3].flatMap((pauseMs) => Array.from({ length: 10 }, () => ({ ...shortLength(token, path), pauseMs }))),
  );
  const framings = [...repro, ...brokenFramings(token, 1000, seed)];
  for (let from = 0; from < framings.length; from += width)
    await Promise.all([ask(), ...framings.slice(from, from + width).map((each) => sendFraming(port, each))]);

  t.false(ended, 'the stream of somebody else goes on');
  leaving.abort();
  await reading;
  t.deepEqual([...new Set(ordinary)], [200]);
  t.deepEqual(processes(), before);
  t.is((await as('svc').get('/api/health')).status, 200);
  const faults = readFileSync(logFile)
    .subarray(logged)
    .toString()
    .split('\n')
    .filter((line) => /"level":(?:50|60)/.test(line) && line.includes('"api"'));
  t.deepEqual(faults, []);
});
