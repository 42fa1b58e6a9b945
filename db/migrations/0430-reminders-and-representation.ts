// A clerk's own reminder of a case (Wiedervorlage), asked for once; and who acts for the person, so that letters go to them (§ 14 (3) LVwVfG).
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table case_reminders (
  reminder_id uuid primary key default gen_random_uuid(),
  case_id uuid not null references cases,
  on_day date not null,
  note text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  unique (case_id, on_day, note)
);
-- { name, address, kind, since }
alter table cases add column representation jsonb;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('alter table cases drop column representation; drop table case_reminders');
  },
};
