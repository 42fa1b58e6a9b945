import { homedir } from 'node:os';
import { join } from 'node:path';

/** What is downloaded once per user, not once per clone. Safe to delete. */
export const cacheFolder = (env: NodeJS.ProcessEnv = process.env): string => {
  if (env.LOTSE_CACHE_DIR) return env.LOTSE_CACHE_DIR;
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'lotse');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lotse');
};
