import type { Database } from '../../../db/connection.ts';

const given = `Mohammad Ahmed Fatima Ali Maria Ana Yusuf Hussein Omar Ayşe Mehmet Mustafa Elena Olga Iryna Oleksandr Natalia Svitlana Andriy Volodymyr
Ivan Dmitri Tatjana Yulia Nour Samira Layla Khaled Ibrahim Abdulrahman Hamid Reza Maryam Zahra Farid Nasrin Gulnara Aisha Amina Grace Emmanuel
Blessing John Michael Nguyen Thi Linh Anh Minh Wei Li Jing Rahul Priya Amit Sunita Kumar Giulia Marco Sofia Jan Anna Katarzyna Piotr Zoran Dragana
Đurđa Petar Georgios Eleni Dimitrios João Carlos José Lucia Ana-María Jean Pierre Søren Åse Ingrid Lars Kim Soo-Jin Hana Yuki Selam Tesfaye Abebe`;
const family = `Ahmadi Hassan Al-Hassan Hussein Yıldız Öztürk Şahin Kaya Demir Çelik Müller Schmidt Weiß Shevchenko Kovalenko Bondarenko Tkachenko Sokolow
Iwanow Petrow Smirnow Nguyen Tran Le Pham Wang Li Zhang Chen Singh Kumar Sharma Patel Gupta Rossi Russo Ferrari Nowak Kowalski Łukaszewicz Wiśniewski
Jovanović Đorđević Petrović Nikolić Papadopoulos Georgiou Silva Santos Ferreira García López Castro Díaz Fernández O'Brien Murphy Diallo Traoré Diop
Okafor Mensah Tesfaye Haddad Khalil Saleh Mansour Rahimi Karimi Hosseini Nazari Popescu Ionescu Dimitrov Hoxha Krasniqi Berisha Kim Park Tanaka`;
const ends = ['', 'i', 'ov', 'ev', 'sky', 'enko', 'oglu', 'zade', 'yan', 'idze', 'ian', 'ez', 'son', 'er'];

const quoted = (words: string): string =>
  words
    .split(/\s+/)
    .map((word) => `'${word.replaceAll("'", "''")}'`)
    .join(', ');

/** A city's people: some names are borne by thousands, most by few; every one with numbers and a case of their own. */
export const fillPeople = async (db: Database, people: number): Promise<void> => {
  await db.raw(
    `
with names as (select array[${quoted(given)}] as given, array[${quoted(family)}] as family, array[${ends.map((end) => `'${end}'`).join(', ')}] as ends),
drawn as (
  select i, (hashint4(i) & 2147483647) / 2147483648.0 as a, (hashint4(i + 1000003) & 2147483647) / 2147483648.0 as b,
         (hashint4(i + 2000003) & 2147483647) / 2147483648.0 as c, (hashint4(i + 3000017) & 2147483647) / 2147483648.0 as d
    from generate_series(1, :people) i
), named as (
  select i, d,
         -- The first of each row come most often.
         given[1 + floor(a * a * cardinality(given))::int] || case when c < 0.4 then ' ' || given[1 + floor(c * 2.5 * cardinality(given))::int] else '' end as vornamen,
         family[1 + floor(b * b * cardinality(family))::int] || case when d < 0.7 then ends[1 + floor(d / 0.7 * cardinality(ends))::int] else '' end as familienname,
         to_char(date '1950-01-01' + floor(c * 25000)::int, 'YYYY-MM-DD') as geburtsdatum
    from drawn, names
)
insert into persons (person_id, details, familienname, vornamen, geburtsdatum, name_folded, created_at)
select md5('p' || i)::uuid,
       jsonb_build_object('azrNummer', lpad((i::bigint * 7919 % 1000000000000)::text, 12, '0'), 'passNummer', upper(left(md5('x' || i), 9)),
                          'telefon', '0721 ' || (1000000 + i), 'email', 'person' || i || '@example.org'),
       familienname, vornamen, geburtsdatum, lower(familienname || ' ' || vornamen), timestamptz '2020-01-01' + i * interval '1 minute'
  from named;
insert into cases (case_id, aktenzeichen, person_id, anliegen, status, section, team, role, priority, deadline, received_at, created_by, created_at)
select md5('c' || i)::uuid, 'AB-2026-' || lpad(i::text, 6, '0'), md5('p' || i)::uuid, 'DULDUNG',
       case when i % 10 < 6 then 'abgeschlossen' when i % 10 < 8 then 'wartet' else 'in-bearbeitung' end, 'SG' || (i % 4 + 1), 'T' || (i % 4 + 1) || 'a',
       'sb-sg' || (i % 4 + 1), i % 4 + 1, timestamptz '2026-07-01' + (i::bigint * 7919 % 500000) * interval '1 minute',
       timestamptz '2020-01-01' + i * interval '1 minute', 'svc', timestamptz '2020-01-01' + i * interval '1 minute'
  from generate_series(1, :people) i;
`.replaceAll(':people', String(people)),
  );
};
