import type { Database } from '../../../db/connection.ts';

/**
 * An office of some years: cases over all sections, some hidden, some not routed yet, with one task each. Made by the database itself; what
 * the lists read has the spread of a real office, all else is as small as the tables allow.
 */
export const fillOffice = async (db: Database, cases: number): Promise<void> => {
  await db.raw(
    `
insert into persons (person_id, details, familienname, vornamen, geburtsdatum, created_at, hidden)
select md5('p' || i)::uuid, '{}', 'Fam' || md5('f' || i % 9000), 'Vor' || md5('v' || i % 5000),
       to_char(date '1950-01-01' + (i::bigint * 7919 % 20000)::int, 'YYYY-MM-DD'),
       timestamptz '2026-01-01' + i * interval '1 second', i % 97 = 0
  from generate_series(1, :cases) i;
insert into person_keys (person_id, hidden, version, born, names, words, wholes, marks)
select person_id, hidden, 1, geburtsdatum, jsonb_build_array(jsonb_build_object('familienname', familienname, 'vornamen', vornamen)),
       ' ' || lower(familienname || ' ' || vornamen) || ' ', array[lower(familienname || ' ' || vornamen)],
       array['d' || left(geburtsdatum, 4), 'd' || left(geburtsdatum, 7), 'd' || geburtsdatum, 'n' || left(translate(person_id::text, '-abcdef', '0123456'), 12),
             't' || left(translate(person_id::text, 'abcdef-', '7890123'), 10), 'e' || left(person_id::text, 8) || '@example.org']
  from persons;
insert into cases (case_id, aktenzeichen, person_id, anliegen, hidden, status, open_incidents, section, team, role, priority, deadline, received_at, created_by, created_at)
select md5('c' || i)::uuid, case when i % 97 = 0 then 'SI' else 'AB' end || '-2026-' || lpad(i::text, 6, '0'), md5('p' || i)::uuid, 'DULDUNG', i % 97 = 0,
       case when i % 10 < 2 then 'abgeschlossen' when i % 10 < 4 then 'wartet' else 'in-bearbeitung' end, (i % 500 = 0)::int,
       case when i % 41 = 0 then null else 'SG' || (i % 4 + 1) end, 'T' || (i % 4 + 1) || (array['a', 'b'])[i / 4 % 2 + 1],
       'sb-sg' || (i % 4 + 1), i % 4 + 1, timestamptz '2026-07-01' + (i::bigint * 7919 % 500000) * interval '1 minute',
       timestamptz '2026-01-01' + i * interval '1 minute', case when i % 3 = 0 then 'portal-' || i % 1000 else 'svc' end,
       timestamptz '2026-01-01' + i * interval '1 minute'
  from generate_series(1, :cases) i;
insert into tasks (task_id, job_key, case_id, process_instance_key, element_instance_key, engine_process_id, definition_key, process_id, element_id, name,
                   section, team, candidate_groups, hidden, assignee, priority, due_at, status, created_at)
select md5('t' || i)::uuid, i::text, md5('c' || i)::uuid, '1', '1', 'x', '1', 'x', 'userTask_Probe', 'Probe',
       'SG' || (i % 4 + 1), 'T' || (i % 4 + 1) || (array['a', 'b'])[i / 4 % 2 + 1],
       array[case when i % 97 = 0 then 'sicherheit' when i % 10 = 0 then 'rsb-sg' || (i % 4 + 1) when i % 4 = 2 then 'svc' else 'sb-sg' || (i % 4 + 1) end],
       i % 97 = 0, case when i % 3 = 0 then 'account-' || i % 60 end, i % 4 + 1, timestamptz '2026-07-01' + (i::bigint * 104729 % 500000) * interval '1 minute', 'offen',
       timestamptz '2026-01-01' + i * interval '1 minute'
  from generate_series(1, :cases) i;
`.replaceAll(':cases', String(cases)),
  );
  await db.raw('analyze');
};
