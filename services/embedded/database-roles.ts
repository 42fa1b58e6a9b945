import pg from 'pg';

export type Role = { name: string; password: string };
/** Made by the server's first role, which does nothing else. `owner` holds the schema, `application` works in it (db/prepare-database.ts). */
export type Roles = { owner: Role; application: Role };

/** A role that signs in as it should is left alone. */
const signsIn = async (adminUrl: string, { name, password }: Role): Promise<boolean> => {
  const url = new URL(adminUrl);
  url.username = name;
  url.password = encodeURIComponent(password);
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
};

const ensure = async (client: pg.Client, { name, password }: Role): Promise<void> => {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const { rows } = await client.query<{ sql: string }>(
    `select format('%s role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L', $1::text, $2::text, $3::text) as sql`,
    [rowCount ? 'alter' : 'create', name, password],
  );
  await client.query(rows[0]?.sql ?? '');
};

/** Everything in the database that the server's first role made before there was an owner. What an extension brought stays as it is. */
const handOver = `
do $$
declare
  statement text;
begin
  for statement in
    select format('alter schema %I owner to %I', nspname, 'OWNER') from pg_namespace
     where nspname = 'graphile_worker' and nspowner <> 'OWNER'::regrole
    union all
    select format('alter %s %I.%I owner to %I', case relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, nspname, relname, 'OWNER')
      from pg_class c join pg_namespace n on n.oid = relnamespace
     where nspname in ('public', 'graphile_worker') and relkind in ('r', 'p', 'v', 'S') and relowner <> 'OWNER'::regrole
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i', 'e'))
    union all
    select format('alter routine %s owner to %I', p.oid::regprocedure, 'OWNER')
      from pg_proc p join pg_namespace n on n.oid = pronamespace
     where nspname in ('public', 'graphile_worker') and proowner <> 'OWNER'::regrole
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
    union all
    select format('alter type %I.%I owner to %I', nspname, typname, 'OWNER')
      from pg_type t join pg_namespace n on n.oid = typnamespace left join pg_class c on c.oid = typrelid
     where nspname in ('public', 'graphile_worker') and typowner <> 'OWNER'::regrole and typelem = 0 and (typrelid = 0 or c.relkind = 'c')
       and not exists (select 1 from pg_depend d where d.objid = t.oid and d.classid = 'pg_type'::regclass and d.deptype in ('e', 'i'))
  loop
    execute statement;
  end loop;
end $$`;

/** `adminUrl` leads the server's first role into the office's database. Roles are made once a server, and may be asked for again. */
export const setUpRoles = async (adminUrl: string, { owner, application }: Roles): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('lotse roles'))");
    for (const role of [owner, application]) if (!(await signsIn(adminUrl, role))) await ensure(client, role);
    const database = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
    await client.query(`alter database ${client.escapeIdentifier(database)} owner to ${client.escapeIdentifier(owner.name)}`);
    await client.query(handOver.replaceAll("'OWNER'", client.escapeLiteral(owner.name)));
    await client.query('commit');
  } finally {
    await client.end();
  }
};
