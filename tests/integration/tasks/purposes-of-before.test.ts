// Migration 0780 on an office that has worked: tasks of before, open and done, learn what their steps are for.
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import test from 'ava';
import pg from 'pg';
import { connect, type Database, migrate } from '../../../db/connection.ts';
import { createDatabase } from '../../../services/embedded/databases.ts';

const folder = new URL('../../../db/migrations/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .sort();
const last = '0770-idempotency-keys.ts';

const at = (database: string): string => {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${database}`;
  return url.href;
};

/** A database as it was before tasks had purposes. */
const anOldDatabase = async (t: { teardown(fn: () => Promise<void>): void }): Promise<Database> => {
  const name = `lotse_old_${randomUUID().slice(0, 8)}`;
  await createDatabase(at('postgres'), name);
  const db = connect(at(name), 2);
  t.teardown(async () => {
    await db.destroy();
    const client = new pg.Client({ connectionString: at('postgres') });
    await client.connect();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });
  const old = names.filter((each) => each <= last);
  await db.migrate.latest({
    migrationSource: {
      getMigrations: async () => old,
      getMigrationName: (each: string) => each,
      getMigration: async (each: string) => (await import(new URL(each, folder).href)).default,
    },
  });
  return db;
};

const aCase = async (db: Database): Promise<string> => {
  const [person] = (await db('persons')
    .insert({
      details: '{}',
      familienname: 'Nasser',
      vornamen: 'Amira',
      geburtsdatum: '1990-01-01',
      created_at: new Date('2026-06-08T08:00:00Z'),
    })
    .returning('person_id')) as { person_id: string }[];
  const caseId = randomUUID();
  await db('cases').insert({
    case_id: caseId,
    aktenzeichen: 'AB-2026-000001',
    person_id: person?.person_id,
    anliegen: 'DULDUNG',
    received_at: new Date('2026-06-08T08:00:00Z'),
    created_by: 'svc',
    created_at: new Date('2026-06-08T08:00:00Z'),
  });
  return caseId;
};

const aTask = (db: Database, caseId: string, elementId: string, status: string) =>
  db('tasks').insert({
    job_key: randomUUID(),
    case_id: caseId,
    process_instance_key: '1',
    element_instance_key: '1',
    engine_process_id: 'duldung--1a2b3c4d',
    definition_key: '1',
    process_id: 'duldung',
    element_id: elementId,
    name: elementId,
    candidate_groups: ['sb-sg4'],
    due_at: new Date('2026-06-15T21:59:59Z'),
    status,
    created_at: new Date('2026-06-08T08:00:00Z'),
  });

/** What each step of the first office was for, and whether whoever completed it had decided. */
const meant: [elementId: string, purpose: string | null, verfasst: boolean][] = [
  ['userTask_UnterlagenPruefen', 'unterlagen', false],
  ['userTask_NeueUnterlagenPruefen', 'neue-unterlagen', false],
  ['userTask_FrageBeantworten', 'frage', false],
  ['userTask_ZweiteStufeEntscheiden', 'zweite-stufe', false],
  ['userTask_BescheidZeichnen', 'zeichnen', false],
  ['userTask_ZulaessigkeitPruefen', 'zulaessigkeit', false],
  ['userTask_AbhilfePruefen', 'abhilfe', true],
  ['userTask_WiderspruchsbescheidUmsetzen', 'widerspruchsbescheid', false],
  ['userTask_StellungnahmeWuerdigen', 'stellungnahme', false],
  ['userTask_VersagungEntscheiden', 'stellungnahme', true],
  ['userTask_DuldungsgrundPruefen', 'entscheidung', false],
  ['userTask_AuflagenFestlegen', 'entscheidung', true],
  ['userTask_Entscheiden', null, true],
  ['userTask_BescheinigungAushaendigen', 'aushaendigen', false],
  ['userTask_BiometrieErfassen', 'biometrie', false],
  ['userTask_KarteAushaendigen', 'karte', false],
  ['userTask_Wiedervorlage', null, false],
];

test.serial('tasks of before learn their purpose and who decided, open and done ones, and nothing else of them changes', async (t) => {
  const db = await anOldDatabase(t);
  const caseId = await aCase(db);
  for (const [elementId] of meant) for (const status of ['offen', 'erledigt', 'entfallen']) await aTask(db, caseId, elementId, status);
  const before = await db('tasks').orderBy('task_id');

  await migrate(db);

  const after = (await db('tasks').orderBy('task_id')) as Record<string, unknown>[];
  t.is(after.length, 3 * meant.length);
  for (const [elementId, purpose, verfasst] of meant) {
    const rows = after.filter((row) => row.element_id === elementId);
    t.deepEqual(
      rows.map((row) => [row.purpose, row.verfasst]),
      Array.from({ length: 3 }, () => [purpose, verfasst]),
      elementId,
    );
  }
  for (const [index, row] of before.entries()) t.like(after[index], row);
});

test.serial('the step back takes the purposes away and leaves the tasks', async (t) => {
  const db = await anOldDatabase(t);
  const caseId = await aCase(db);
  await aTask(db, caseId, 'userTask_AbhilfePruefen', 'offen');
  const before = await db('tasks');
  const { up, down } = (await import(new URL('0780-tasks-purpose.ts', folder).href)).default;
  await up(db);
  t.like(await db('tasks').first(), { purpose: 'abhilfe', verfasst: true });
  await down(db);
  t.deepEqual(await db('tasks'), before);
});
