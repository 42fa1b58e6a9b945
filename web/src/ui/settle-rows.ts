export type Settled<Task> = Task & { gone: boolean };

export const present = <Task>(task: Task): Settled<Task> => ({ ...task, gone: false });

/**
 * What the list shows while others work on it. With nobody in it, simply what is so. While the pointer or the focus is in it (`busy`), nothing
 * moves: rows that are gone stay, marked; changed ones change in place; new ones at the end are added, those in between are only counted.
 */
export const settleRows = <Task extends { taskId: string }>(
  rows: readonly Settled<Task>[],
  latest: readonly Task[],
  busy: boolean,
): { rows: Settled<Task>[]; fresh: number } => {
  if (!busy) return { rows: latest.map(present), fresh: 0 };
  const byId = new Map(latest.map((task) => [task.taskId, task]));
  const kept = rows.map((row) => {
    const now = byId.get(row.taskId);
    return now ? present(now) : { ...row, gone: true };
  });
  const shown = new Set(kept.map((row) => row.taskId));
  const lastShown = latest.findLastIndex((task) => shown.has(task.taskId));
  const unseen = latest.filter((task, index) => index <= lastShown && !shown.has(task.taskId));
  return { rows: [...kept, ...latest.slice(lastShown + 1).map(present)], fresh: unseen.length };
};
