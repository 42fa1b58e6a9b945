import { homeOf, useMe } from '../api/me.ts';
import { signInPath } from '../shell/sign-in-first.tsx';
import { useShellTexts } from '../shell/use-shell-texts.ts';

/** Without the demo: a word of welcome and the way in. */
export const StartPage = () => {
  const t = useShellTexts();
  const me = useMe();
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
    </div>
  );
};
