import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { onSingleKey } from '../ui/single-keys.ts';

type Actions = { next: () => void; take: (taskId: string) => void; help: () => void };

/** j and k walk through the rows' links, u acts on the row with the focus; Enter is the link's own. */
export const useRowKeys = (body: RefObject<HTMLElement>, actions: Actions): void => {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const links = (): HTMLElement[] => [...(body.current?.querySelectorAll<HTMLElement>('th a') ?? [])];
    const place = (): number => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const step = (by: number) => (): void => {
      const all = links();
      const at = place();
      const target = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))];
      target?.focus();
      target?.scrollIntoView({ block: 'nearest' });
    };
    return onSingleKey({
      j: step(1),
      k: step(-1),
      n: () => latest.current.next(),
      u: () => {
        const taskId = links()[place()]?.closest('tr')?.dataset.task;
        if (taskId) latest.current.take(taskId);
      },
      '?': () => latest.current.help(),
    });
  }, []);
};
