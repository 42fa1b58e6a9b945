import { useLocation } from 'preact-iso';
import { signInPath } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { useShellTexts } from './words.ts';

/** In place of a page that needs an account; signing in leads back to it. */
export const SignInFirst = () => {
  const t = useShellTexts();
  const { url } = useLocation();
  return (
    <div class="page">
      <h1>{t.signInFirst.title}</h1>
      <p>{t.signInFirst.text}</p>
      <p>
        <ButtonLink primary href={signInPath(url)}>
          {t.signIn}
        </ButtonLink>
      </p>
    </div>
  );
};
