import { homeOf, useMe } from '../api/me.ts';
import { startPath } from '../paths.ts';
import { useShellTexts } from './words.ts';

export const NotFoundPage = () => {
  const t = useShellTexts();
  const me = useMe();
  return (
    <div class="page">
      <h1>{t.notFound.title}</h1>
      <p>{t.notFound.text}</p>
      <p>
        <a href={me ? homeOf(me) : startPath}>{t.notFound.home}</a>
      </p>
    </div>
  );
};
