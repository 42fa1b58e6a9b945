import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { sealAudit } from '../../../services/platform/audit-chain-store.ts';
import { startKeepingAudit } from '../../../services/platform/keep-audit.ts';
import { createLog } from '../../../services/platform/log.ts';
import { openOffice } from '../api/office.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-alarm-'));
const office = await openOffice({
  env: { AUDIT_HEADS_FILE: join(folder, 'audit/heads.jsonl'), AUDIT_KEY_FILE: join(folder, 'audit/key.pem') },
});
const { as, db, deps } = office;
test.after.always(async () => {
  await office.stop();
  rmSync(folder, { recursive: true });
});

const state = async (account = 'ops') => (await as(account).get('/api/operations/audit')).body;

/** What each night does, done now: the part that keeps the trail looks as soon as it starts, and again when the last look is a day old. */
const nightly = async (): Promise<void> => {
  const before = (await state()).checkedAt;
  const keeping = startKeepingAudit({ db, config: deps.config, log: createLog({ level: 'silent', name: 'alarm' }) });
  try {
    for (let turn = 0; turn < 300 && (await state()).checkedAt === before; turn += 1) await new Promise((wait) => setTimeout(wait, 50));
  } finally {
    await keeping.stop();
  }
};

const lastCheckWasYesterday = (): Promise<unknown> =>
  office.asAdmin((admin) => admin.raw(`update audit_checks set at = at - interval '1 day'`));

test.serial('a trail that is whole says when it was looked at, and how much of it there is', async (t) => {
  await office.aCase();
  t.like(await state(), { checkedAt: null, fault: null, signedAt: null });
  await sealAudit(db);
  await nightly();
  const seen = await state();
  t.like(seen, { guarded: true, fault: null });
  t.true(seen.entries > 0);
  t.true(Math.abs(Date.parse(seen.checkedAt) - Date.now()) < 60_000);
  t.true(Math.abs(Date.parse(seen.signedAt) - Date.now()) < 60_000);
});

test.serial(
  'an entry somebody has changed behind Lotse’s back is an alarm for operations and data protection by the next morning',
  async (t) => {
    const [entry] = await db('audit').where('action', 'open case').orderBy('audit_id').limit(1).select('audit_id', 'chain', 'seq');
    await office.asAdmin((admin) =>
      admin.transaction(async (trx) => {
        await trx.raw(`set local session_replication_role = 'replica'`);
        await trx('audit').where('audit_id', entry.audit_id).update({ actor: 'niemand' });
      }),
    );
    await lastCheckWasYesterday();
    await nightly();
    for (const account of ['ops', 'dsb'])
      t.like(await state(account), { fault: `Kette ${entry.chain}: Eintrag ${entry.seq} wurde verändert.` }, account);
    t.is((await as('al').get('/api/operations/audit')).status, 404);
  },
);
