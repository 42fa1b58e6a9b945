import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me } from '../../../services/portal/answers.ts';
import { locked } from '../api/client.ts';
import { readMe } from '../api/me.ts';
import { signedInPath, signInPath, startPath } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useLockTexts } from './lock-words.ts';
import { onTold } from './use-idle-lock.ts';

/**
 * Covers everything while the page behind it, with all that was typed, stays in memory. Signing in happens in another tab; when this one is
 * looked at again, or told, it asks who is signed in. Somebody else gets a page of their own, without a trace of this one.
 */
export const LockScreen = ({ me }: { me: Me }) => {
  const t = useLockTexts();
  const client = useQueryClient();
  const headline = useRef<HTMLHeadingElement>(null);
  const [still, setStill] = useState(false);

  const look = async (asked: boolean): Promise<void> => {
    const now = await readMe().catch(() => undefined);
    if (!now) {
      setStill(asked);
      return;
    }
    if (now.account !== me.account) {
      location.assign(startPath);
      return;
    }
    locked.set(false);
    await client.invalidateQueries();
  };

  useEffect(() => {
    headline.current?.focus();
    const seen = (): void => void (document.visibilityState === 'visible' && look(false));
    document.addEventListener('visibilitychange', seen);
    addEventListener('focus', seen);
    const silence = onTold((what) => void (what === 'signed-in' && look(false)));
    return () => {
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('focus', seen);
      silence();
    };
  }, []);

  return (
    <div class="lock">
      <main class="lock__card">
        <h1 ref={headline} tabIndex={-1}>
          {t.locked.title}
        </h1>
        <p>{t.locked.text}</p>
        <p class="lock__person">{me.name}</p>
        <p>
          <ButtonLink primary href={signInPath(signedInPath)} target="_blank" rel="noopener">
            {t.locked.signIn}
          </ButtonLink>
        </p>
        <p class="lock__note">{t.locked.newTab}</p>
        <p class="lock__more">
          <Button class="button--link" onClick={() => void look(true)}>
            {t.locked.check}
          </Button>
          <a href={startPath} onClick={() => location.assign(startPath)}>
            {t.locked.leave}
          </a>
        </p>
        <p role="status">{still ? t.locked.still : ''}</p>
      </main>
    </div>
  );
};
