/**
 * The composition root: every object is made behind here and handed on as an argument. Without `--only` this is the starter: it brings up what no setting
 * points elsewhere and keeps `api` and `workers` running. Each process loads what it runs and no more.
 */
import { flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { SetUpFault } from './embedded/set-up-fault.ts';
import { readConfig } from './platform/config.ts';
import { OfficeError } from './platform/errors.ts';
import { createLog } from './platform/log.ts';
import { watchRejections } from './platform/request-scope.ts';

/** What Node made of the sources is kept for the next start (.config/start.mjs says where), also by a process that will be killed. */
const keepCompiledAfterMs = 10_000;

/**
 * V8 lets what has outlived its first moments grow fourfold before it looks what of it is garbage, most of which is what requests left. At once and a half
 * it holds half the memory under load and takes no more time.
 */
const heapGrowth = '--heap-growing-percent=60';

const roles = {
  api: async () => (await import('./api.ts')).runApi,
  workers: async () => (await import('./workers.ts')).runWorkers,
};
const isRole = (name: string): name is keyof typeof roles => Object.hasOwn(roles, name);

const run = async (only: string | undefined): Promise<void> => {
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel, name: only ?? 'starter' });
  watchRejections(log);
  setTimeout(flushCompileCache, keepCompiledAfterMs).unref();
  if (only === undefined) return (await import('./starter.ts')).runStarter(import.meta.filename, config, log);
  if (only === 'migrate') return (await import('./bring-up-to-date.ts')).bringUpToDate(config, log);
  if (!isRole(only)) throw new SetUpFault(`--only kennt ${Object.keys(roles).join(', ')} und migrate, nicht „${only}“.`);
  setFlagsFromString(heapGrowth);
  await (await import('./serve.ts')).serve(await roles[only](), config, log);
};

try {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  await run(values.only);
} catch (error) {
  const plain = error instanceof SetUpFault || error instanceof OfficeError;
  console.error(plain ? error.message : error);
  process.exit(1);
}
