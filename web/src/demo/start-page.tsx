import { homeOf, useMe } from '../api/me.ts';
import { useLanguage } from '../i18n/language.tsx';
import { inboxNav } from '../inbox/nav.ts';
import { signInPath, startPath } from '../paths.ts';
import { HealthLine } from '../shell/health-line.tsx';
import { useShellTexts } from '../shell/words.ts';
import { ButtonLink } from '../ui/button.tsx';
import { DemoStart } from './demo-start.tsx';
import { useDemo } from './use-demo.ts';

/** A word of welcome and the way in; in the demo the roles one can choose. */
export const StartPage = () => {
  const t = useShellTexts();
  const language = useLanguage();
  const me = useMe();
  const demo = useDemo();
  if (demo === undefined) return null;
  if (demo)
    return (
      <>
        <DemoStart demo={demo} />
        <HealthLine />
      </>
    );
  return (
    <div class="page">
      <h1>
        {t.product} – {t.office}
      </h1>
      <p>
        <ButtonLink primary href={me ? homeOf(me) : signInPath(startPath)}>
          {me ? inboxNav.name[language] : t.signIn}
        </ButtonLink>
      </p>
      <HealthLine />
    </div>
  );
};
