import type { ComponentChildren } from 'preact';
import { useLanguage } from '../i18n/language.tsx';

type Acted = { actor: string; name: string | null; role: string | null };

/** Name, role and account of whoever acted; parts of Lotse and applicants have their account alone. */
export const Who = ({ actor, name, role, children }: Acted & { children?: (name: string) => ComponentChildren }) => {
  const shown = name ?? actor;
  return (
    <>
      {children ? children(shown) : shown}
      {name && (
        <span class="audit-role">
          {role && (
            <>
              <span lang="de">{role}</span> ·{' '}
            </>
          )}
          {actor}
        </span>
      )}
    </>
  );
};

type Acts = { action: string; words: string };

/** What was done: the trail's own names are English and make the sentence there. */
export const useActionWords = (): ((act: Acts) => string) => {
  const language = useLanguage();
  return ({ action, words }) => (language === 'de' ? words : action.charAt(0).toUpperCase() + action.slice(1));
};
