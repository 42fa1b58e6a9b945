import { randomUUID } from 'node:crypto';
import test from 'ava';
import {
  aPermit,
  BIOMETRICS,
  CHECK,
  caseSeen,
  DECIDE,
  EXAMINE,
  type Found,
  granted,
  HEAR,
  hearing,
  papersComplete,
  refusalProposed,
  sendGrant,
  setAuthorities,
  upToDecision,
  upToExamination,
  WEIGH,
  waitOf,
} from '../support/beschaeftigung.ts';
import { findPart, kill, openDatabase, PATIENCE_MS, timeOutHeldJobs, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { completeAll, insist, nothingYet, untilOpen } from '../support/crash-office.ts';
import { as, lettersOf, type Opened, type Reply, sendPaper, today, until } from '../support/office.ts';

const db = openDatabase();
test.before(() => setAuthorities({ BA: 'silent', BVA: 'silent', BDR: 'silent', RP: 'silent' }));
test.after.always(async () => {
  await setAuthorities({ BA: 'normal', BVA: 'normal', BDR: 'normal', RP: 'normal' });
  await db.destroy();
});

/** Two of each: their handlers all stand before a lock at once, and the workers have ten database connections. */
const EACH = 2;
const two = (make: () => Promise<Opened>): Promise<Opened[]> => Promise.all(Array.from({ length: EACH }, make));
const clerks = ['sb-sg1'];

/** Where the cases stand when things break: before other authorities, in the hearing, at the fee. */
const acked = nothingYet();
let asking: Opened[] = [];
let heard: Opened[] = [];
let paying: Opened[] = [];

const count = async (sql: string, bindings: readonly string[] = []): Promise<number> =>
  Number(((await db.raw(`select count(*) as n from ${sql}`, [...bindings])) as { rows: { n: string }[] }).rows[0]?.n);
const standing = (table: string): Promise<number> => count(`pg_locks where not granted and relation = '${table}'::regclass`);
const timedOut = (jobType: string): Promise<number> =>
  count(`records where value_type = 'JOB' and intent = 'TIMED_OUT' and body::json->'value'->>'type' = ?`, [jobType]);

const orders = async ({ caseId }: Opened): Promise<string[]> =>
  (await db('authority_orders').where('case_id', caseId).whereNotNull('sent_at').orderBy('authority').pluck('authority')) as string[];

const lock = async (...tables: string[]) => {
  const held = await db.transaction();
  for (const table of tables) await held.raw(`lock table ${table} in share row exclusive mode`);
  return held;
};

const effects = { letters: ['gebuehr-anfordern', 'anhoerung-senden'], authority_orders: ['behoerde-anfragen', 'sicherheit-anfragen'] };
const jobTypes = Object.values(effects).flat();

test.serial('letters, orders to authorities and fees go out once, though every job for them is delivered twice', async (t) => {
  const gueltigBis = (await today()).add({ years: 2 }).toString();
  const facts = { facts: { beantragteNorm: '18b' } };
  [asking, heard, paying] = await Promise.all([two(() => aPermit(facts)), two(() => upToExamination()), two(() => upToDecision())]);
  acked.cases.push(...asking, ...heard, ...paying);
  const held = await watch(db);
  await completeAll(db, acked, heard, { elementId: EXAMINE, input: refusalProposed, clerks });
  await Promise.all([untilOpen(db, asking, CHECK), untilOpen(db, heard, HEAR)]);

  // The grants are out and the fees set; what asks for them comes next.
  const waits = await lock('waits');
  await completeAll(db, acked, paying, { elementId: DECIDE, input: granted(gueltigBis), clerks });
  for (const { caseId } of paying) await sendGrant(caseId);
  await until('both to begin waiting', async () => (await standing('waits')) === EACH);
  const sending = await lock('letters', 'authority_orders');
  await waits.commit();
  await completeAll(db, acked, heard, { elementId: HEAR, input: hearing(), clerks });
  await completeAll(db, acked, asking, { elementId: CHECK, input: papersComplete, clerks });
  const before = await Promise.all(jobTypes.map(timedOut));
  for (const [table, types] of Object.entries(effects))
    await until(`handlers before ${table}`, async () => (await standing(table)) === types.length * EACH);

  // They commit when there is no engine to tell, and die before there is one again.
  const zeebe = await kill('zeebe');
  await sending.commit();
  const all = [...asking, ...heard, ...paying].map(({ caseId }) => caseId);
  await until('all letters and orders', async () => {
    const letters = await db('letters').whereIn('case_id', all).whereIn('type', ['gebuehr', 'anhoerung']).pluck('letter_id');
    return letters.length === 2 * EACH && (await Promise.all(asking.map(orders))).every((sent) => sent.length === 2);
  });
  const workers = await kill('workers');
  await Promise.all([findPart('zeebe', zeebe), findPart('workers', workers)]);
  await untilHealthy();
  await timeOutHeldJobs();
  for (const [index, jobType] of jobTypes.entries())
    await until(`${jobType} to be handed out again`, async () => (await timedOut(jobType)) === (before[index] ?? 0) + EACH, PATIENCE_MS);

  await held.check(t, acked);
  for (const one of asking) t.deepEqual(await orders(one), ['BA', 'BVA']);
  for (const { caseId } of heard) t.deepEqual(lettersOf(await caseSeen(caseId)), ['eingangsbestaetigung', 'anhoerung']);
  for (const { caseId } of paying) {
    const found = await caseSeen(caseId);
    t.deepEqual(lettersOf(found), ['eingangsbestaetigung', 'bescheid-ert', 'gebuehr']);
    t.deepEqual([found.fee?.amount, found.fee?.outstanding], [100, 100]);
  }
});

/** Asks until it counts, and once more: what was taken before is taken for the same. */
const twice = async (t: { true(is: boolean, says?: string): void }, ask: () => Promise<Reply>, ...fine: number[]): Promise<void> => {
  for (const _ of [1, 2]) {
    const { status, body } = await insist(ask);
    t.true(fine.includes(status), `${status} ${JSON.stringify(body)}`);
  }
};

test.serial('workers, engine and database are killed while answers, statements and payments come in', async (t) => {
  const held = await watch(db);
  const parts = ['workers', 'zeebe', 'postgres'] as const;
  const killed = await Promise.all(parts.map((part) => findPart(part)));
  const waitsOf = async (cases: readonly Opened[], kind: string): Promise<string[]> =>
    Promise.all(cases.map(async ({ caseId }) => (await waitOf(caseId, kind)).warteId));
  const [agency, security] = [await waitsOf(asking, 'ba'), await waitsOf(asking, 'beteiligung')];
  const answer = (warteId: string, said: string) =>
    twice(t, () => as('sb-sg1').post(`/api/demo/authorities/${warteId}`, { answer: said, wait: false }), 200, 404);

  const answers = Promise.all([...agency.map((id) => answer(id, 'ZUSTIMMUNG')), ...security.map((id) => answer(id, 'KEINE'))]);
  await kill('workers');
  await answers;
  await kill('zeebe');
  const statements = Promise.all(
    heard.map(({ caseId }) => {
      const content = `% ${caseId}`;
      return twice(t, () => sendPaper(caseId, 'STELLUNGNAHME', content, 'svc'), 200, 201, 409);
    }),
  );
  const payments = Promise.all(
    paying.map(({ caseId }) => {
      const payment = { amount: 100, method: 'KASSE', paymentId: randomUUID() };
      return twice(t, () => as('svc').post(`/api/cases/${caseId}/payments`, payment), 200, 201);
    }),
  );
  await kill('postgres');
  await Promise.all([statements, payments]);
  await Promise.all(parts.map((part, index) => findPart(part, killed[index])));
  await untilHealthy();
  await timeOutHeldJobs();

  await Promise.all([untilOpen(db, asking, EXAMINE), untilOpen(db, heard, WEIGH), untilOpen(db, paying, BIOMETRICS)]);
  await held.check(t, acked);
  for (const one of asking) t.deepEqual(await orders(one), ['BA', 'BVA'], 'nobody is asked again');
  for (const { caseId } of paying) {
    const found: Found & { fee: { payments: object[] } } = (await caseSeen(caseId)) as never;
    t.deepEqual([found.fee.outstanding, found.fee.payments.length], [0, 1]);
    t.deepEqual(lettersOf(found), ['eingangsbestaetigung', 'bescheid-ert', 'gebuehr']);
  }
  for (const { caseId } of heard) t.is((await caseSeen(caseId)).waits.length, 0);
});
