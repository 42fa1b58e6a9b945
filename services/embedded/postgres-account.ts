import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetUpFault } from './set-up-fault.ts';

/** PostgreSQL refuses to run as root; then it runs as this user. Undefined: as whoever runs Lotse. */
export type Account = { name: string; uid: number; gid: number };

const idOf = (flag: '-u' | '-g', name: string): number | undefined => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

export const findAccount = (): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid !== undefined) return { name, uid, gid };
  }
  throw new SetUpFault(
    'PostgreSQL läuft nicht als root, und es gibt weder den Benutzer postgres noch nobody. Starten Sie Lotse als gewöhnlicher Benutzer.',
  );
};

/** A folder below one that only root may enter (a `mktemp -d`, /root) is out of reach for the account. */
export const requireReachable = (path: string, account: Account | undefined, setting: string): void => {
  if (!account) return;
  const canEnter = (folder: string) =>
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' }).status === 0;
  if (canEnter(path)) return;
  const parents: string[] = [];
  for (let each = path; ; each = dirname(each)) {
    parents.unshift(each);
    if (dirname(each) === each) break;
  }
  const closed = parents.find((folder) => !canEnter(folder));
  if (!closed) return;
  throw new SetUpFault(
    `Lotse läuft als root, PostgreSQL deshalb als Benutzer ${account.name}, und der darf den Ordner ${closed} nicht betreten. ` +
      `Starten Sie Lotse als gewöhnlicher Benutzer, oder erlauben Sie es mit: chmod o+x ${closed}${setting}`,
  );
};

/** Gives a folder with all it holds to the account. */
export const handOver = (path: string, account: Account | undefined): void => {
  if (!account) return;
  const entry = lstatSync(path);
  if (entry.uid !== account.uid) chownSync(path, account.uid, account.gid);
  if (entry.isDirectory()) for (const name of readdirSync(path)) handOver(join(path, name), account);
};
