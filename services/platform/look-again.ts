export type Looking = { stop(): Promise<void> };

/**
 * Looks again and again, one look at a time, until it is stopped; `stop` waits for the look that runs. For what hangs on the office's clock, which a
 * queue does not know. `look` deals with its own faults.
 */
export const lookAgain = (everyMs: number, look: () => Promise<void>): Looking => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const next = (): void => {
    current = look().then(() => {
      if (!stopped) timer = setTimeout(next, everyMs);
    });
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
};
