import pg from 'pg';

const quote = (name: string): string => {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`${name} is no name for a database`);
  return `"${name}"`;
};

const within = async <T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Makes the database unless it is there. `template` clones another one, to which nobody may be connected meanwhile. */
export const createDatabase = (adminUrl: string, name: string, template?: string): Promise<void> =>
  within(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    // FILE_COPY is far quicker than the default for a small template on a server without fsync.
    await client.query(`create database ${quote(name)}${template ? ` template ${quote(template)} strategy file_copy` : ''}`);
  });
