import { spawn } from 'node:child_process';

/** Maven's plugin that fetches what coordinates name. */
export const dependencyPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

export type Outcome = { code: number | null; output: string; error?: Error };

/** Runs it to its end; never rejects. `output` is the last of what it said. */
export const runMaven = (args: string[], javaHome: string, folder: string, signal?: AbortSignal): Promise<Outcome> =>
  new Promise((resolve) => {
    const maven = spawn('mvn', args, {
      cwd: folder,
      env: { ...process.env, JAVA_HOME: javaHome },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-4000);
    };
    maven.stdout.on('data', take);
    maven.stderr.on('data', take);
    maven.once('error', (error) => resolve({ code: null, output, error }));
    maven.once('close', (code) => resolve({ code, output }));
  });
