import { useEffect, useState } from 'preact/hooks';
import type { ListedTask } from '../../../services/tasks/answers.ts';
import { present, type Settled, settleRows } from './settle-rows.ts';

export type Row = Settled<ListedTask>;

/** `key` says which list this is: another one is shown as it comes. `busy`: the pointer or the focus is in the list. */
export const useCalmList = <Task extends { taskId: string }>(latest: readonly Task[] | undefined, key: string, busy: boolean) => {
  const [shown, setShown] = useState<{ key: string; rows: Settled<Task>[] }>({ key: '', rows: [] });
  const isOther = shown.key !== key;
  const next = latest && !isOther ? settleRows(shown.rows, latest, busy) : { rows: latest?.map(present) ?? shown.rows, fresh: 0 };
  useEffect(() => {
    if (latest) setShown({ key, rows: next.rows });
  }, [latest, key, busy]);
  return {
    rows: next.rows,
    fresh: next.fresh,
    showFresh: () => setShown({ key, rows: latest?.map(present) ?? [] }),
  };
};
