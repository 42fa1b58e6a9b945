import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diskFault } from './files.ts';
import { SetUpFault } from './set-up-fault.ts';

/** Zeebe stops taking commands when its disk has less than this (zeebe-settings.ts), so Lotse does not even start. */
const leastFreeBytes = 1_000_000_000;

/** Makes the folder and checks that it can hold an office. Returns its absolute path. */
export const prepareDataFolder = (path: string, leastFree = leastFreeBytes): string => {
  const folder = resolve(path);
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    // Whatever the umask: the database may run as another user, and what is secret has its own permissions.
    if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw diskFault(error, folder);
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < leastFree) {
    throw new SetUpFault(
      `Die Platte ist fast voll: unter ${folder} sind ${Math.floor(free / 1e6)} MB frei, gebraucht werden ${Math.round(leastFree / 1e6)}. ` +
        'Geben Sie Platz frei oder setzen Sie DATA_DIR auf eine andere Platte.',
    );
  }
  return folder;
};
