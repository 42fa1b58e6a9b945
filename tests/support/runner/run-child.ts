import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Runs a program with this Node and hands over each line as it comes. Resolves to its exit code, null if it could not be started or was killed. */
export const runChild = async (
  args: readonly string[],
  hear: (line: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number | null> => {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
  for await (const line of createInterface({ input: child.stdout })) hear(line);
  return exited;
};
