/** One piece of work at a time per partition within this process, in the order they came. */
export const createTurns = () => {
  const last = new Map<number, Promise<unknown>>();

  const take = <T>(partitionId: number, work: () => Promise<T>): Promise<T> => {
    const before = last.get(partitionId) ?? Promise.resolve();
    const turn = before.then(work);
    last.set(
      partitionId,
      turn.catch(() => undefined),
    );
    return turn;
  };

  /** Undefined, and nothing is done, when the turn has not come within so many milliseconds. */
  const takeSoon = <T>(partitionId: number, ms: number, work: () => Promise<T>): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        resolve(undefined);
      }, ms);
      const turn = take(partitionId, async () => {
        clearTimeout(timer);
        return late ? undefined : work();
      });
      turn.then(resolve, reject);
    });

  return { take, takeSoon };
};
