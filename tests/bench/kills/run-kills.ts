import { writeFileSync } from 'node:fs';
import type { Database } from '../../../db/connection.ts';
import { openDatabase, timeOutHeldJobs, untilHealthy } from '../../support/crash-ground.ts';
import { type Findings, watch } from '../../support/crash-invariants.ts';
import { type Acked, insist, nothingYet } from '../../support/crash-office.ts';
import { as, mails } from '../../support/office.ts';
import { runChild } from '../../support/runner/run-child.ts';
import { withOffice } from '../lotse/start-office.ts';
import type { Options } from '../options.ts';
import { killAgainAndAgain } from './killer.ts';
import { walkCases } from './walk-cases.ts';

type Say = (line: string) => void;

const CLERKS = 24;
const LIMIT_MS = 10 * 60_000;
/** Jobs that a dead worker held are handed out again so often, and not after a minute. */
const HELD_JOBS_MS = 30_000;

const rowsOf = async (db: Database, sql: string): Promise<object[]> => ((await db.raw(sql)) as { rows: object[] }).rows;

/** Every number once, and none left out: the last is as high as there are cases. */
const wrongNumbers = (db: Database): Promise<object[]> =>
  rowsOf(
    db,
    `select circle, year, last_number, count(c.*) as cases, count(distinct c.aktenzeichen) as numbers
       from aktenzeichen_counters n left join cases c on c.aktenzeichen like format('%s-%s-%%', n.circle, n.year)
      group by circle, year, last_number having count(c.*) <> last_number or count(distinct c.aktenzeichen) <> last_number`,
  );

/** As who asks is told: the case is there with its number and closed. */
const wronglyTold = async ({ cases }: Acked): Promise<unknown[]> => {
  const wrong: unknown[] = [];
  for (const { caseId, aktenzeichen } of cases) {
    const { status, body } = await insist(() => as('sb-sg4').get(`/api/cases/${caseId}`));
    if (status !== 200 || body.aktenzeichen !== aktenzeichen || body.status !== 'abgeschlossen')
      wrong.push({ aktenzeichen, status, told: body.aktenzeichen, case: body.status });
  }
  return wrong;
};

/** A notice for each letter and none else. One sent twice carries the same Message-ID and counts as one. */
const wrongMails = async (db: Database): Promise<{ wrong: unknown[]; repeated: number }> => {
  const sent = (await mails()).map(({ messageId }) => messageId.replace(/^<|@.*$/g, ''));
  const noticed = new Set(sent);
  const letters = new Set((await rowsOf(db, 'select letter_id from letters')).map((row) => (row as { letter_id: string }).letter_id));
  const wrong = [...noticed].filter((id) => !letters.has(id)).concat([...letters].filter((id) => !noticed.has(id)));
  return { wrong, repeated: sent.length - noticed.size };
};

/** `npm run audit`, as whoever guards the trail runs it. */
const auditFaults = async (env: Record<string, string>): Promise<string[]> => {
  const said: string[] = [];
  const code = await runChild(['services/operations/audit-cli.ts'], (line) => said.push(line), { ...process.env, ...env });
  return code === 0 ? [] : said;
};

const printed = (findings: Findings, say: Say): boolean => {
  for (const [says, wrong] of findings) {
    say(`  ${wrong.length === 0 ? '✔' : '✘'} ${says}`);
    for (const each of wrong.slice(0, 5)) say(`      ${JSON.stringify(each)}`);
  }
  return [...findings.values()].every((wrong) => wrong.length === 0);
};

/** That its connections break is what this is about. */
const unspeaking = (db: Database): Database => {
  const { logger } = db.client as { logger: { warn: (line: string) => void; error: (line: string) => void } };
  logger.warn = logger.error = () => undefined;
  return db;
};

type Under = { db: Database; acked: Acked; options: Options; say: Say };

/** Intakes, claims and completions as fast as it goes while parts are killed; then the cases that were begun are brought to their end. */
const workUnderKills = async ({ db, acked, options, say }: Under): Promise<void> => {
  const begun = performance.now();
  const clerks = walkCases(db, acked, CLERKS);
  const answers = (): number => acked.cases.length + acked.claims.length + acked.completions.length;
  const sum = (): string =>
    `${acked.cases.length} cases, ${acked.claims.length} claims, ${acked.completions.length} completions acknowledged, ${clerks.closed()} closed`;
  const tell = (kills: number, part: string): void => {
    if (kills % 10 === 0 || kills === options.kills) say(`  ${kills} kills, the last of ${part}; ${sum()}`);
  };
  const handOut = setInterval(() => void timeOutHeldJobs().catch(() => undefined), HELD_JOBS_MS);
  try {
    const hit = await killAgainAndAgain({ times: options.kills, seed: options.seed, answers, tell });
    const parts = Object.entries(hit).map(([part, times]) => `${part} ${times}`);
    say(`${options.kills} kills in ${Math.round((performance.now() - begun) / 1000)} s with seed ${options.seed}: ${parts.join(', ')}`);
    say('The cases are brought to their end …');
    await untilHealthy();
    await clerks.end();
  } finally {
    clearInterval(handOut);
  }
  say(sum());
};

/** What is said of answers that were given; the rest is said of the office. */
const isLoss = (says: string): boolean => says.startsWith('every ');

/** Kills a part every few seconds at full load; then everything that was acknowledged is looked for. False when anything is lost or wrong. */
export const runKills = (folder: string, options: Options, say: Say): Promise<boolean> => {
  say(`\nLotse starts in ${folder} …`);
  return withOffice({ folder, counter: 'svc', clerk: 'sb-sg4' }, async ({ url, env }) => {
    const envFile = `${folder}-env.json`;
    writeFileSync(envFile, JSON.stringify(env));
    // What crash tests share reads from here which office is meant.
    Object.assign(process.env, { TEST_LOTSE_URL: url, TEST_LOTSE_DATA_DIR: folder, TEST_LOTSE_ENV: envFile });
    const db = unspeaking(openDatabase());
    try {
      const held = await watch(db);
      const acked = nothingYet();
      await workUnderKills({ db, acked, options, say });
      const findings = await held.find(acked, LIMIT_MS);
      const { wrong, repeated } = await wrongMails(db);
      findings.set('every case is told with its number, and closed', await wronglyTold(acked));
      findings.set('numbers are given once, and none is left out', await wrongNumbers(db));
      findings.set('a notice goes out for each letter, and none else', wrong);
      findings.set('npm run audit finds nothing', await auditFaults(env));
      const holds = printed(findings, say);
      const lost = [...findings].reduce((all, [says, rows]) => all + (isLoss(says) ? rows.length : 0), 0);
      say(`Notices handed to the mail server again after a kill, which count as one by their Message-ID: ${repeated}`);
      say(`lost = ${lost}`);
      return holds;
    } finally {
      await db.destroy();
    }
  });
};
