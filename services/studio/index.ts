/** The studio: changes to models from draft to release. What other features may call. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { isTransient } from '../engine/index.ts';
import { finishApproved } from './releases/release-change.ts';
import { finishUndos } from './releases/undo-release.ts';

export { createChange } from './changes/create-change.ts';
export { submitChange } from './changes/submit-change.ts';

/**
 * At a start, before workers open: what was decided before the last stop is done first. An engine that goes away meanwhile is waited for; any other
 * fault is left to the commands, which the outbox still holds, so that the office starts on what is released.
 */
export const finishReleases = async (deps: Deps): Promise<void> => {
  for (;;) {
    try {
      await finishApproved(deps);
      await finishUndos(deps);
      return;
    } catch (error) {
      if (!isTransient(error)) {
        deps.log.error({ err: error }, 'studio: an approved change could not be finished at the start');
        return;
      }
      deps.log.warn({ err: error }, 'studio: approved changes wait for the engine');
      await pause(1_000);
      await deps.engine.whenHealthy(new AbortController().signal);
    }
  }
};
