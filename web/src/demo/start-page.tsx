import { homeOf, useMe } from '../api/me.ts';
import { HealthLine } from '../shell/health-line.tsx';
import { signInPath } from '../shell/sign-in-first.tsx';
import { useShellTexts } from '../shell/use-shell-texts.ts';
import { DemoStart } from './demo-start.tsx';
import { useDemo } from './use-demo.ts';

/** A word of welcome and the way in; in the demo the roles one can choose. */
export const StartPage = () => {
  const t = useShellTexts();
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
        <a class="button button--primary" href={me ? homeOf(me) : signInPath('/')}>
          {me ? t.tasks : t.signIn}
        </a>
      </p>
      <HealthLine />
    </div>
  );
};
