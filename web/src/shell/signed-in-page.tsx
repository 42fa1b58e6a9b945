import { useEffect } from 'preact/hooks';
import { startPath } from '../paths.ts';
import { useLockTexts } from './lock-words.ts';
import { tellTabs } from './use-idle-lock.ts';

/** Where signing in again ends that began on a locked screen: tells the waiting tab, which then opens itself. */
export const SignedInPage = () => {
  const t = useLockTexts();
  useEffect(() => {
    tellTabs('signed-in');
    window.close();
  }, []);
  return (
    <div class="page">
      <h1>{t.signedIn.title}</h1>
      <p>{t.signedIn.text}</p>
      <p>
        <a href={startPath}>{t.signedIn.home}</a>
      </p>
    </div>
  );
};
