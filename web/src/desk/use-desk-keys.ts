import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { onSingleKey } from '../ui/single-keys.ts';

/** j and k walk through everything on the desk, 1 to 3 jump to a group; Enter is the link's own. */
export const useDeskKeys = (page: RefObject<HTMLElement>): void => {
  useEffect(() => {
    const links = (): HTMLElement[] => [...(page.current?.querySelectorAll<HTMLElement>('[data-task] h3 a') ?? [])];
    const go = (target: HTMLElement | null | undefined): void => {
      target?.focus();
      target?.closest('[data-task]')?.scrollIntoView({ block: 'nearest' });
    };
    const step = (by: number) => (): void => {
      const all = links();
      const at = all.findIndex((link) => link.closest('[data-task]')?.contains(document.activeElement));
      go(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by))]);
    };
    const group = (place: number) => (): void => {
      const section = page.current?.querySelectorAll('.desk-group')[place];
      go(section?.querySelector<HTMLElement>('[data-task] h3 a') ?? section?.querySelector<HTMLElement>('h2'));
    };
    return onSingleKey({ j: step(1), k: step(-1), 1: group(0), 2: group(1), 3: group(2) });
  }, []);
};
