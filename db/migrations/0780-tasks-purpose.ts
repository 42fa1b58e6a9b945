// The program knows steps by what they are for, which the model says, and no longer by their ids. Tasks of before, open and done, get what their ids meant.
import type { Knex } from 'knex';

const purposes: Record<string, string> = {
  userTask_UnterlagenPruefen: 'unterlagen',
  userTask_NeueUnterlagenPruefen: 'neue-unterlagen',
  userTask_FrageBeantworten: 'frage',
  userTask_ZweiteStufeEntscheiden: 'zweite-stufe',
  userTask_BescheidZeichnen: 'zeichnen',
  userTask_ZulaessigkeitPruefen: 'zulaessigkeit',
  userTask_AbhilfePruefen: 'abhilfe',
  userTask_WiderspruchsbescheidUmsetzen: 'widerspruchsbescheid',
  userTask_StellungnahmeWuerdigen: 'stellungnahme',
  userTask_VersagungEntscheiden: 'stellungnahme',
  userTask_DuldungsgrundPruefen: 'entscheidung',
  userTask_AuflagenFestlegen: 'entscheidung',
  userTask_BescheinigungAushaendigen: 'aushaendigen',
  userTask_BiometrieErfassen: 'biometrie',
  userTask_KarteAushaendigen: 'karte',
};
const deciding = ['userTask_AuflagenFestlegen', 'userTask_VersagungEntscheiden', 'userTask_AbhilfePruefen', 'userTask_Entscheiden'];

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table tasks
  -- One of services/office/purposes.ts; null for a step the program does not know.
  add column purpose text,
  -- Whoever completes it has decided, and is the author of what is written from it.
  add column verfasst boolean not null default false;
`);
    await db.raw(
      `update tasks set purpose = ?::jsonb ->> element_id, verfasst = element_id = any(?::text[])
        where jsonb_exists(?::jsonb, element_id) or element_id = any(?::text[])`,
      [JSON.stringify(purposes), deciding, JSON.stringify(purposes), deciding],
    );
    await db.raw(`
drop index tasks_open_step;
create index tasks_open_purpose on tasks (purpose, due_at, task_id) where status = 'offen' and purpose is not null;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
drop index tasks_open_purpose;
create index tasks_open_step on tasks (element_id, due_at, task_id) where status = 'offen';
alter table tasks drop column purpose, drop column verfasst;
`);
  },
};
