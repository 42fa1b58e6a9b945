import { useEffect } from 'preact/hooks';
import type { Me } from '../../../services/portal/answers.ts';
import { beforeLock } from '../api/before-lock.ts';
import { api, locked } from '../api/client.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_MS = 5_000;
const DEFAULT_MINUTES = 15;

/** Tabs of one browser share the session: input in one keeps all open, and all lock together. */
const channel = new BroadcastChannel('lotse-session');
type Told = 'active' | 'locked' | 'signed-in';
export const tellTabs = (told: Told): void => channel.postMessage(told);
export const onTold = (listener: (told: Told) => void): (() => void) => {
  const hear = (event: MessageEvent<Told>): void => listener(event.data);
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
};

const lock = async (): Promise<void> => {
  await Promise.race([Promise.allSettled([...beforeLock].map((save) => save())), new Promise((resolve) => setTimeout(resolve, 3_000))]);
  locked.set(true);
  tellTabs('locked');
  await api.post<unknown>('/auth/logout').catch(() => undefined);
};

/** Locks the screen when nobody has touched it for the office's idle time. Drafts are saved first. */
export const useIdleLock = (me: Me | null | undefined): void => {
  const minutes = me?.idleMinutes ?? DEFAULT_MINUTES;
  const account = me?.account;
  useEffect(() => {
    if (!account) return;
    let last = Date.now();
    let told = 0;
    const note = (): void => {
      last = Date.now();
      if (last - told > LOOK_MS) {
        told = last;
        tellTabs('active');
      }
    };
    const silence = onTold((what) => {
      if (what === 'active') last = Date.now();
      if (what === 'locked') locked.set(true);
    });
    const looking = setInterval(() => {
      if (!locked.get() && Date.now() - last > minutes * 60_000) void lock();
    }, LOOK_MS);
    for (const sign of signs) addEventListener(sign, note, { passive: true });
    return () => {
      silence();
      clearInterval(looking);
      for (const sign of signs) removeEventListener(sign, note);
    };
  }, [account, minutes]);
};
