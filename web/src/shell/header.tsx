import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '../../../services/portal/answers.ts';
import { homeOf, may } from '../api/me.ts';
import { useLanguage } from '../i18n/language.tsx';
import { signInPath, startPath } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import type { NavEntry, Slots } from './slots.ts';
import { useShellTexts } from './words.ts';

const Entry = ({ me, path, name, seenBy, useCount }: NavEntry & { me: Me }) => {
  const t = useShellTexts();
  const language = useLanguage();
  const { path: here } = useLocation();
  const count = useCount?.(me);
  if (me.applicant || seenBy?.(me, count) === false) return null;
  return (
    <li>
      <a href={path} aria-current={here === path ? 'page' : here.startsWith(`${path}/`) ? 'true' : undefined}>
        {name[language]}
        {Boolean(count) && (
          <span class="nav__count">
            {count}
            <span class="visually-hidden"> {t.open}</span>
          </span>
        )}
      </a>
    </li>
  );
};

const Navigation = ({ me, nav }: { me: Me; nav: readonly NavEntry[] }) => {
  const t = useShellTexts();
  // Of those who work on cases, each begins with where their day begins.
  const first = may(me, 'work-on-cases') && homeOf(me);
  return (
    <nav class="nav" aria-label={t.navigation}>
      <ul>
        {nav
          .toSorted((a, b) => Number(b.path === first) - Number(a.path === first))
          .map((entry) => (
            <Entry key={entry.path} {...entry} me={me} />
          ))}
      </ul>
    </nav>
  );
};

/** Official line and header. On narrow screens navigation, search and account stand behind one menu button. */
export const Header = ({ me, nav, Search, Demo }: Pick<Slots, 'nav' | 'Search' | 'Demo'> & { me: Me | null | undefined }) => {
  const t = useShellTexts();
  const { path, url } = useLocation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [url]);
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  const onStart = path === startPath;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu from wherever the focus is in it
    <header class="header" onKeyDown={close}>
      <div class="official">
        <span class="official__flag" aria-hidden="true" />
        {t.official}
        <Demo me={me} part="menu" />
      </div>
      <div class="bar">
        <a class="brand" href={me ? homeOf(me) : startPath}>
          <span class="brand__mark" aria-hidden="true" />
          <strong>{t.product}</strong> <span class="brand__office">{t.office}</span>
        </a>
        {me && (
          <button ref={button} type="button" class="bar__toggle" aria-expanded={open} aria-controls="menue" onClick={() => setOpen(!open)}>
            {t.menu}
          </button>
        )}
        <div id="menue" class={`bar__rest${open ? ' bar__rest--open' : ''}${me ? '' : ' bar__rest--always'}`}>
          {me && !onStart && <Navigation me={me} nav={nav} />}
          {me && !onStart && may(me, 'work-on-cases') && <Search />}
          <LanguageSwitch />
          {me && <AccountMenu me={me} />}
          {me === null && !onStart && (
            <ButtonLink small href={signInPath(url)}>
              {t.signIn}
            </ButtonLink>
          )}
        </div>
      </div>
      <Demo me={me} part="tour" />
    </header>
  );
};
