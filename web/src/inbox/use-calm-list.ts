import { useEffect, useState } from 'preact/hooks';
import type { ListedTask } from '../api/tasks.ts';

export type Row = ListedTask & { gone: boolean };
type Shown = { key: string; rows: Row[] };

const present = (task: ListedTask): Row => ({ ...task, gone: false });

/**
 * What the list shows while others work on it: nothing moves under the pointer. Rows that are gone stay, marked, until the pointer and the
 * focus have left the list; changed ones change in place; new ones at the end are added, those in between are only counted until asked for.
 */
const settle = (rows: readonly Row[], latest: readonly ListedTask[], busy: boolean): { rows: Row[]; fresh: number } => {
  const byId = new Map(latest.map((task) => [task.taskId, task]));
  const kept = rows.flatMap((row) => {
    const now = byId.get(row.taskId);
    return now ? [present(now)] : busy ? [{ ...row, gone: true }] : [];
  });
  const shown = new Set(kept.map((row) => row.taskId));
  const lastShown = latest.findLastIndex((task) => shown.has(task.taskId));
  const unseen = latest.filter((task, index) => index <= lastShown && !shown.has(task.taskId));
  return { rows: [...kept, ...latest.slice(lastShown + 1).map(present)], fresh: unseen.length };
};

/** `key` says which list this is: another one is shown as it comes. `busy`: the pointer or the focus is in the list. */
export const useCalmList = (latest: readonly ListedTask[] | undefined, key: string, busy: boolean) => {
  const [shown, setShown] = useState<Shown>({ key: '', rows: [] });
  const isOther = shown.key !== key;
  const next = latest && !isOther ? settle(shown.rows, latest, busy) : { rows: latest?.map(present) ?? shown.rows, fresh: 0 };
  useEffect(() => {
    if (latest) setShown({ key, rows: next.rows });
  }, [latest, key, busy]);
  return {
    rows: next.rows,
    fresh: next.fresh,
    showFresh: () => setShown({ key, rows: latest?.map(present) ?? [] }),
  };
};
