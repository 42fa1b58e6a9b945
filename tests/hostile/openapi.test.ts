import test from 'ava';
import { fetchToken } from '../../services/embedded/fetch-token.ts';
import { readRun } from '../../services/embedded/run-file.ts';
import { as, dataDir, url } from '../support/office.ts';
import { attack, findPython } from '../support/schemathesis.ts';

/** A clerk, a process owner, and the officer who sees what nobody else does. */
const roles = ['sb-sg1', 'pv', 'sicherheit'];
const full = process.env.TEST_FULL === '1';
const bound = full ? { seconds: 300 } : { each: 10 };
const seed = Number(process.env.TEST_SEED ?? 20260429) || 1;

/** The clock and the other authorities are everybody's; a stream has no end; who undoes a release changes the models of all tests after this one. */
const except = '^/api/demo/|^/api/events$|^/auth/|/undo$';

const python = findPython();
// Where there is no Python the run says "skipped"; everything else of it needs none.
const withPython = python ? test.serial : test.serial.skip;

for (const account of roles) {
  withPython(`whatever ${account} sends, the answer is one that the description names, and never a 5xx`, async (t) => {
    t.timeout(600_000);
    const issuer = readRun(dataDir())?.urls.issuer ?? '';
    const before = readRun(dataDir())?.processes;
    const { ok, report } = await attack({
      python: python as string,
      url: url(),
      token: await fetchToken(issuer, account),
      bound,
      seed,
      except,
    });
    t.log(report.split('\n').slice(-6).join('\n'));
    t.true(ok, report);
    const [, selected, tested] = /Selected: (\d+)\/\d+\s+Tested: (\d+)/.exec(report) ?? [];
    t.is(tested, selected, `every endpoint: ${report}`);
    t.deepEqual(readRun(dataDir())?.processes, before, 'no process had to be started again');
    t.is((await as('svc').get('/api/health')).status, 200);
  });
}
