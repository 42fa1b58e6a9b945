import { startCollecting } from './authorities/index.ts';
import { notifyCases } from './cases/index.ts';
import { fillOffice } from './demo/index.ts';
import type { Deps } from './deps.ts';
import { isTransient, startWorkers } from './engine/index.ts';
import { startOutbox } from './engine/outbox/index.ts';
import { startRecords } from './engine/records/index.ts';
import { type DeployOutcome, deployProcesses } from './engine/releases/index.ts';
import { startResending } from './letters/index.ts';
import { makeDeps, type Running, servicesDir } from './make-deps.ts';
import type { Config } from './platform/config.ts';
import { unheard } from './platform/events.ts';
import { startKeepingAudit } from './platform/keep-audit.ts';
import type { Logger } from './platform/log.ts';
import { indexMissing } from './search/index.ts';
import { finishReleases } from './studio/index.ts';

/** The start never waits longer for the demo's first cases. */
const DEMO_LIMIT_MS = 4_000;

/** The engine may go away in the middle of it; what has been deployed by then is found again. */
const release = async (deps: Deps, folder: string): Promise<DeployOutcome> => {
  for (;;) {
    await deps.engine.whenHealthy(new AbortController().signal);
    try {
      const outcome = await deployProcesses(deps, folder);
      // What two people decided before the last stop is in force before the first job is taken.
      await finishReleases(deps);
      return outcome;
    } catch (error) {
      if (!isTransient(error)) throw error;
      deps.log.warn({ err: error }, 'models cannot be released right now, trying again');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
};

/** Does what the engine asks for, and takes what it tells. */
export const runWorkers = async (config: Config, log: Logger): Promise<Running> => {
  const { deps, close } = await makeDeps(config, log, unheard);
  // The endpoint is there before the engine's first record, and the last to go.
  const records = await startRecords(deps, { servicesDir, announceCases: notifyCases });
  const outcome = await release(deps, config.processesDir);
  log.info({ released: outcome.released.length, unchanged: outcome.unchanged }, 'models are released');
  const outbox = await startOutbox(deps, { servicesDir });
  const workers = await startWorkers(deps, { servicesDir });
  const answers = startCollecting(deps);
  const resending = startResending(deps);
  const indexing = new AbortController();
  const indexed = indexMissing(deps.db, indexing.signal).then(
    (count) => void (count > 0 && log.info({ count }, 'people are found by the keys of this version')),
    (error: unknown) => log.warn({ err: error }, 'the keys people are found by could not be made'),
  );
  const filling = config.demo && config.demoCases > 0 ? fillOffice(deps, config.demoCases) : undefined;
  await Promise.race([filling?.begun, new Promise((resolve) => setTimeout(resolve, DEMO_LIMIT_MS).unref())]);
  const audit = startKeepingAudit(deps);
  return {
    drain: async () => {
      indexing.abort();
      await indexed;
      await filling?.stop();
      await answers.stop();
      await resending.stop();
      await workers.stop();
      await outbox.stop();
    },
    stop: async () => {
      await records.stop();
      await audit.stop();
      await close();
    },
  };
};
