import { useQueryClient } from '@tanstack/preact-query';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '../../../services/portal/answers.ts';
import { locked } from '../api/client.ts';
import { useStore } from '../api/create-store.ts';
import { followEvents } from '../api/live-events.ts';
import { useMe } from '../api/me.ts';
import { portalPath, signedInPath, startPath } from '../paths.ts';
import { Announcer } from '../ui/announce.tsx';
import { Flash } from '../ui/flash.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { followHeadline } from './follow-headline.ts';
import { Header } from './header.tsx';
import './shell.css';
import { SignInFirst } from './sign-in-first.tsx';
import type { Slots } from './slots.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { useShellTexts } from './words.ts';

/** Pages that make sense without an account. */
const isPublic = (path: string): boolean => path === startPath || path === signedInPath;

const useLiveEvents = (me: Me | null | undefined, isLocked: boolean): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (!me || me.applicant || isLocked) return;
    return followEvents(client, me.account);
  }, [client, me?.account, isLocked]);
};

/**
 * Fetched after what somebody came for, so that it is there when their session ends, even if the server is not. Until then the locked page is
 * empty, and what failed is fetched anew.
 */
const useLockScreen = (signedIn: boolean, isLocked: boolean): ComponentType<{ me: Me }> | undefined => {
  const [Screen, setScreen] = useState<ComponentType<{ me: Me }>>();
  useEffect(() => {
    if (!signedIn || Screen) return;
    import('./lock-screen.tsx').then(
      (view) => setScreen(() => view.LockScreen),
      () => undefined,
    );
  }, [signedIn, isLocked]);
  return Screen;
};

/** What frames every view: official line, header with navigation, main, and what covers it when the session has ended. */
export const Layout = ({ children, Foot, ...slots }: Slots & { children: ComponentChildren }) => {
  const t = useShellTexts();
  const me = useMe();
  const { path } = useLocation();
  const main = useRef<HTMLElement>(null);
  const isLocked = useStore(locked) && me !== null && me !== undefined;
  const LockScreen = useLockScreen(Boolean(me), isLocked);
  useLiveEvents(me, isLocked);
  useIdleLock(me);
  useEffect(() => (main.current ? followHeadline(main.current) : undefined), []);
  const elsewhere = me?.applicant && !isPublic(path);
  // Applicants have pages of their own, written by the server.
  useEffect(() => {
    if (elsewhere) location.replace(portalPath);
  }, [elsewhere]);
  const allowed = me !== null || isPublic(path);
  return (
    <>
      <div class="frame" hidden={isLocked}>
        <a class="skip" href="#inhalt">
          {t.skip}
        </a>
        <Header me={me} {...slots} />
        <ConnectionBanner />
        <Flash />
        <main id="inhalt" ref={main} tabIndex={-1}>
          {allowed ? me !== undefined && !elsewhere && children : <SignInFirst />}
        </main>
        <Foot me={me} />
      </div>
      {isLocked && LockScreen && <LockScreen me={me} />}
      <Announcer />
    </>
  );
};
