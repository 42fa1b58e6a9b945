import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SetUpFault } from './set-up-fault.ts';

/** Replaces the file in one step: a reader sees the old or the new content, never half of it. */
export const writeWhole = (path: string, content: string, mode = 0o600): void => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(draft, content, { mode });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw diskFault(error, path);
  }
};

export const readJson = <T>(path: string): T | undefined => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw diskFault(error, path);
  }
  return JSON.parse(text) as T;
};

export const diskFault = (error: unknown, path: string): unknown => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new SetUpFault(
      `Die Platte ist voll: ${path} lässt sich nicht schreiben. Geben Sie Platz frei oder setzen Sie DATA_DIR auf eine andere Platte.`,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new SetUpFault(
      `${path} ist für diesen Benutzer gesperrt. Geben Sie den Ordner frei oder setzen Sie DATA_DIR auf einen anderen.`,
    );
  }
  return error;
};
