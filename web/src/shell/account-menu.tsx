import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SignedOut } from '../../../services/platform/answers.ts';
import type { Me } from '../../../services/portal/answers.ts';
import { beforeLock } from '../api/before-lock.ts';
import { api } from '../api/client.ts';
import { useStore } from '../api/create-store.ts';
import { useLanguage } from '../i18n/language.tsx';
import { startPath } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { singleKeysOn, switchSingleKeys } from '../ui/single-keys.ts';
import { useMenu } from '../ui/use-menu.ts';
import { useShellTexts } from './words.ts';

const signOut = async (): Promise<void> => {
  await Promise.allSettled([...beforeLock].map((save) => save()));
  const { next } = await api.post<SignedOut>('/auth/logout').catch(() => ({ next: startPath }));
  location.assign(next);
};

/** Name, role, settings and the way out. */
export const AccountMenu = ({ me }: { me: Me }) => {
  const t = useShellTexts();
  const language = useLanguage();
  const keys = useStore(singleKeysOn);
  const { url } = useLocation();
  const { details, close, closeOnEscape } = useMenu();
  useEffect(close, [url]);
  return (
    <div class="account">
      <details ref={details} class="account__details" onKeyDown={closeOnEscape}>
        <summary title={t.account}>
          <span class="account__name">{me.name}</span>
        </summary>
        <div class="account__panel">
          <p class="account__role">{me.role[language]}</p>
          <label class="tick">
            <input type="checkbox" checked={keys} onChange={(event) => switchSingleKeys(event.currentTarget.checked)} />
            <span>{t.shortcuts}</span>
          </label>
          <p class="account__hint">{t.shortcutsHint}</p>
        </div>
      </details>
      <Button small onClick={() => void signOut()}>
        {t.signOut}
      </Button>
    </div>
  );
};
