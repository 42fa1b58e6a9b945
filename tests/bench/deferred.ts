const limitMs = 60_000;

/** Promises by name, kept until somebody settles them; each gives up after a minute. */
export const createWaiting = <T>(what: string) => {
  const waiting = new Map<string, { since: number; settle: (value: T) => void }>();
  return {
    for: (name: string): Promise<T> => {
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      const timer = setTimeout(() => {
        waiting.delete(name);
        reject(new Error(`waited ${limitMs / 1000} s in vain for ${what} of ${name}`));
      }, limitMs);
      const settle = (value: T): void => {
        clearTimeout(timer);
        waiting.delete(name);
        resolve(value);
      };
      waiting.set(name, { since: performance.now(), settle });
      return promise;
    },
    has: (name: string): boolean => waiting.has(name),
    size: (): number => waiting.size,
    /** Who has been waiting for longer than that. */
    longerThan: (ms: number): string[] => [...waiting].filter(([, { since }]) => performance.now() - since > ms).map(([name]) => name),
    settle: (name: string, value: T): void => waiting.get(name)?.settle(value),
  };
};
