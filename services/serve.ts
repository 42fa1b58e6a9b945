import type { Running } from './make-deps.ts';
import type { Config } from './platform/config.ts';
import type { Logger } from './platform/log.ts';

/** A child serves until its parent says otherwise; one whose parent is gone ends by itself, in the same order. */
export const serve = async (start: (config: Config, log: Logger) => Promise<Running>, config: Config, log: Logger): Promise<void> => {
  let running: Running | undefined;
  let drained: Promise<void> | undefined;
  const drain = (): Promise<void> => {
    drained ??= running?.drain() ?? Promise.resolve();
    return drained;
  };
  const end = async (): Promise<void> => {
    // Told to stop while still starting: nothing has been taken yet, so nothing needs to be finished.
    if (!running) process.exit(0);
    await drain().catch((error: unknown) => log.error({ err: error }, 'could not finish what was running'));
    await running.stop().catch((error: unknown) => log.error({ err: error }, 'could not stop in order'));
    process.exit(0);
  };
  process.on('message', (message: { type: string }) => {
    if (message.type === 'drain') void drain().then(() => process.send?.({ type: 'drained' }));
    if (message.type === 'stop') void end();
  });
  process.once('disconnect', () => void end());
  process.once('SIGTERM', () => void end());
  process.once('SIGINT', () => void end());
  running = await start(config, log);
  process.send?.({ type: 'ready', drains: true });
};
