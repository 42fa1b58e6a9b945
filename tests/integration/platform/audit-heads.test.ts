import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import type { Database } from '../../../db/connection.ts';
import { audit } from '../../../services/platform/audit.ts';
import { sealAudit, verifyAudit } from '../../../services/platform/audit-chain-store.ts';
import { findLastCheck } from '../../../services/platform/audit-checks-store.ts';
import { type HeadsPlace, signHeads, verifyHeads } from '../../../services/platform/audit-heads.ts';
import { checkAudit } from '../../../services/platform/check-audit.ts';
import { startKeepingAudit } from '../../../services/platform/keep-audit.ts';
import { createLog } from '../../../services/platform/log.ts';
import { type Clone, cloneDatabase } from '../../support/database.ts';

const write = async (db: Database, count: number): Promise<void> => {
  await db.transaction(async (trx) => {
    for (let n = 0; n < count; n += 1)
      await audit(trx, {
        actor: 'sb-sg4',
        action: 'view case',
        section: 'SG4',
        outcome: 'done',
        payload: { n },
      });
  });
  await sealAudit(db);
};

type Ground = Clone & { place: HeadsPlace };
const openGround = async (t: { teardown(fn: () => Promise<void>): void }): Promise<Ground> => {
  const clone = await cloneDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'lotse-audit-'));
  t.teardown(async () => {
    await clone.drop();
    rmSync(folder, { recursive: true });
  });
  return {
    ...clone,
    place: {
      auditHeadsFile: join(folder, 'audit/heads.jsonl'),
      auditKeyFile: join(folder, 'audit/key.pem'),
    },
  };
};

/** Only the server's first role can: rows, hashes and heads anew by the formula of services/platform/audit-chain-store.ts. */
const rechain = ({ asAdmin }: Clone, change: string): Promise<void> =>
  asAdmin((admin) =>
    admin.transaction(async (trx) => {
      await trx.raw("set local session_replication_role = 'replica'");
      await trx.raw(change);
      const { rows } = await trx.raw(
        `select audit_id::text as id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action, case_id, section, object, reason, outcome,
                payload::text as payload from audit order by seq`,
      );
      let [seq, prev] = [0, Buffer.alloc(32)];
      await trx.raw('update audit set seq = -seq');
      for (const row of rows) {
        seq += 1;
        const text = JSON.stringify([
          'SG4',
          String(seq),
          row.id,
          row.at,
          row.actor,
          row.action,
          row.case_id,
          row.section,
          row.object,
          row.reason,
          row.outcome,
          row.payload,
        ]);
        const hash = createHash('sha256').update(prev).update(text).digest();
        await trx.raw('update audit set seq = ?, prev = ?, hash = ? where audit_id = ?', [seq, prev, hash, row.id]);
        prev = hash;
      }
      await trx.raw('update audit_heads set seq = ?, hash = ?', [seq, prev]);
    }),
  );

test('heads are signed once in a while, into a file that grows, with a key nobody else reads', async (t) => {
  const { db, place } = await openGround(t);
  t.false(await signHeads(db, place), 'there is nothing yet');
  await write(db, 5);
  t.true(await signHeads(db, place));
  t.false(await signHeads(db, place), 'nothing new');
  await write(db, 5);
  t.false(await signHeads(db, place, 3_600_000), 'within the hour');
  t.true(await signHeads(db, place));
  const lines = readFileSync(place.auditHeadsFile, 'utf8').trim().split('\n');
  t.deepEqual(
    lines.map((line) => JSON.parse(line).heads.map((head: { chain: string; seq: string }) => `${head.chain} ${head.seq}`)),
    [['SG4 5'], ['SG4 10']],
  );
  t.is(statSync(place.auditKeyFile).mode & 0o777, 0o600);
  t.deepEqual(await checkAudit(db, place), { entries: 10, fault: null });
});

test('a trail written anew with all its hashes and heads is whole by itself, and found by what was signed', async (t) => {
  const ground = await openGround(t);
  const { db, place } = ground;
  await write(db, 10);
  await signHeads(db, place);
  await write(db, 3);
  await rechain(ground, `update audit set actor = 'other' where seq = 4`);
  t.is(await verifyAudit(db), undefined, 'the chain alone says nothing');
  t.like(await verifyHeads(db, place), {
    kind: 'rewritten',
    chain: 'SG4',
    seq: '10',
  });
  t.regex((await checkAudit(db, place)).fault ?? '', /Kette SG4: Eintrag 10 ist nicht mehr der/);
});

test('a cut end with its head moved back is found by what was signed', async (t) => {
  const ground = await openGround(t);
  await write(ground.db, 10);
  await signHeads(ground.db, ground.place);
  await rechain(ground, 'delete from audit where seq > 6');
  t.is(await verifyAudit(ground.db), undefined);
  t.like(await verifyHeads(ground.db, ground.place), {
    kind: 'rewritten',
    seq: '10',
  });
});

test('the file itself shows what was done to it', async (t) => {
  const { db, place } = await openGround(t);
  for (let n = 0; n < 3; n += 1) {
    await write(db, 2);
    await signHeads(db, place);
  }
  const whole = readFileSync(place.auditHeadsFile, 'utf8');
  const lines = whole.trim().split('\n') as [string, string, string];
  const seen = async (text: string) => {
    writeFileSync(place.auditHeadsFile, text);
    return verifyHeads(db, place);
  };
  t.like(await seen(whole.replace('"seq":"4"', '"seq":"3"')), {
    kind: 'line',
    line: 2,
    fault: 'signature',
  });
  t.like(await seen(`${lines[0]}\n${lines[2]}\n`), {
    kind: 'line',
    line: 2,
    fault: 'order',
  });
  t.like(await seen(`${lines[1]}\n${lines[0]}\n${lines[2]}\n`), {
    kind: 'line',
    line: 1,
    fault: 'order',
  });
  t.like(await seen(`${whole}{"at"\n`), {
    kind: 'line',
    line: 4,
    fault: 'unreadable',
  });
  t.is(await seen(whole), undefined);
  rmSync(place.auditHeadsFile);
  t.like(await verifyHeads(db, place), { kind: 'no file' });
  writeFileSync(place.auditHeadsFile, whole);
  rmSync(place.auditKeyFile);
  t.is(await verifyHeads(db, place), undefined, 'the public half is enough to look');
  rmSync(`${place.auditKeyFile}.pub`);
  t.like(await verifyHeads(db, place), { kind: 'no key' });
});

test('what keeps the trail seals, signs and looks by itself, and signs once more as it ends; a fault is kept and logged', async (t) => {
  const ground = await openGround(t);
  const { db, place } = ground;
  await write(db, 4);
  const logged: string[] = [];
  const log = createLog({ level: 'info', name: 'probe' }, { write: (line) => void logged.push(line) });
  const keeping = startKeepingAudit({ db, log, config: place });
  while (!(await findLastCheck(db))) await new Promise((resolve) => setTimeout(resolve, 20));
  t.like(await findLastCheck(db), { entries: 4, fault: null });
  await db.transaction((trx) =>
    audit(trx, {
      actor: 'x',
      action: 'view case',
      section: 'SG4',
      outcome: 'done',
    }),
  );
  await keeping.stop();
  t.like(JSON.parse(readFileSync(place.auditHeadsFile, 'utf8').trim().split('\n').at(-1) ?? ''), { heads: [{ chain: 'SG4', seq: '5' }] });

  await rechain(ground, `update audit set actor = 'other' where seq = 2`);
  await ground.asAdmin((admin) => admin.raw(`update audit_checks set at = at - interval '2 days'`));
  const again = startKeepingAudit({ db, log, config: place });
  while ((await findLastCheck(db))?.fault === null) await new Promise((resolve) => setTimeout(resolve, 20));
  await again.stop();
  t.regex((await findLastCheck(db))?.fault ?? '', /Kette SG4/);
  t.true(logged.some((line) => line.includes('the audit trail is not whole')));
});

const runCli = (env: Record<string, string>): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [new URL('../../../services/operations/audit-cli.ts', import.meta.url).pathname], {
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stdout.on('data', (data) => (said += data));
    child.stderr.on('data', (data) => (said += data));
    child.on('close', (code) => resolve({ code, said }));
  });

test('npm run audit says in a sentence whether the trail is what it was, and ends with 1 when not', async (t) => {
  const ground = await openGround(t);
  const { db, url, place } = ground;
  await write(db, 6);
  await signHeads(db, place);
  const env = {
    DATABASE_URL: url,
    AUDIT_HEADS_FILE: place.auditHeadsFile,
    AUDIT_KEY_FILE: place.auditKeyFile,
  };
  const fine = await runCli(env);
  t.is(fine.code, 0, fine.said);
  t.regex(fine.said, /6 Einträge geprüft[\s\S]*Das Protokoll ist vollständig und unverändert\./);
  await rechain(ground, `delete from audit where seq = 3`);
  const bad = await runCli(env);
  t.is(bad.code, 1);
  t.regex(bad.said, /nicht unverändert\. Kette SG4: Eintrag 6/);
  appendFileSync(place.auditHeadsFile, 'x\n');
  t.regex((await runCli(env)).said, /Zeile 2 ist nicht lesbar/);
});
