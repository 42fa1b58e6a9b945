import type { Database } from '../../../db/connection.ts';
import { familyNames, givenNames } from './office-names.ts';

/** Between 0 and 1, spread evenly and always the same for the same row. */
const drawn = (seed: number): string => `(('x' || substr(md5('${seed}' || i), 1, 7))::bit(28)::int / 268435456.0)`;
const nameOf = (list: string, seed: number, power: number): string =>
  `(${list}.of)[1 + floor(power(${drawn(seed)}, ${power}) * cardinality(${list}.of))::int]`;

/**
 * An office of some years: people, and cases over all sections, some hidden, some not routed yet, with one task each. Made by the database itself;
 * what the lists read has the spread of a real office, all else is as small as the tables allow.
 */
export const fillOffice = async (db: Database, cases: number): Promise<void> => {
  const rows = (text: string): string => text.replaceAll(':cases', String(cases));
  const names = { families: familyNames, given: givenNames };
  await db.raw(
    rows(`
insert into persons (person_id, details, familienname, vornamen, geburtsdatum, created_at, hidden)
select md5('p' || i)::uuid,
       jsonb_build_object('azrNummer', lpad((i::bigint * 7919 % 1000000000000)::text, 12, '1'), 'passNummer', 'C' || upper(left(md5('pass' || i), 8)),
                          'telefon', '0721 ' || lpad((i::bigint * 104729 % 10000000)::text, 7, '2'), 'email', 'p' || i || '@example.org'),
       ${nameOf('family', 1, 2)},
       ${nameOf('given', 2, 2.5)} || case when i % 3 = 0 then ' ' || ${nameOf('given', 3, 2.5)} else '' end,
       case when i % 11 = 0 then (1950 + i % 60) || '-00-00' else to_char(date '1950-01-01' + (i::bigint * 7919 % 20000)::int, 'YYYY-MM-DD') end,
       timestamptz '2026-01-01' + i * interval '1 second', i % 97 = 0
  from generate_series(1, :cases) i, (select :families::text[] as of) family, (select :given::text[] as of) given`),
    names,
  );
  await db.raw(
    rows(`
insert into person_names (person_id, kind, familienname, vornamen)
select person_id, 'geburtsname', ${nameOf('family', 4, 2)}, vornamen
  from generate_series(7, :cases, 7) i join persons on person_id = md5('p' || i)::uuid, (select :families::text[] as of) family`),
    names,
  );
  await db.raw(
    rows(`
insert into cases (case_id, aktenzeichen, person_id, anliegen, hidden, status, open_incidents, section, team, role, priority, deadline, received_at, created_by, created_at)
select md5('c' || i)::uuid, case when i % 97 = 0 then 'SI' else 'AB' end || '-2026-' || lpad(i::text, greatest(6, length(i::text)), '0'), md5('p' || i)::uuid, 'DULDUNG', i % 97 = 0,
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
`),
  );
  await db.raw('analyze');
};
