import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { countOf, useDesk } from '../api/desk.ts';
import { hasDesk, homeOf, type Me, seesAudit, worksOnCases } from '../api/me.ts';
import { DemoSlot } from '../demo/demo-slot.tsx';
import { usesNorms } from '../norms/rights.ts';
import { seesStudio } from '../studio/rights.ts';
import { useWaiting } from '../studio/use-waiting.ts';
import { AccountMenu } from './account-menu.tsx';
import { CaseSearch } from './case-search.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { signInPath } from './sign-in-first.tsx';
import { useShellTexts } from './use-shell-texts.ts';

type Link = { href: string; text: string; count?: number };

const Navigation = ({ me }: { me: Me }) => {
  const t = useShellTexts();
  const { path } = useLocation();
  const desk = useDesk(me);
  const waiting = useWaiting(me);
  const questions: Link = { href: '/fragen', text: t.questions, ...(desk && { count: countOf(desk) }) };
  const tasks: Link = { href: '/aufgaben', text: t.tasks };
  const links: Link[] = [
    // Each begins with where their day begins.
    ...(hasDesk(me) ? (homeOf(me) === questions.href ? [questions, tasks] : [tasks, questions]) : worksOnCases(me) ? [tasks] : []),
    ...(worksOnCases(me) ? [{ href: '/vorgaenge', text: t.cases }] : []),
    ...(me.applicant
      ? []
      : [
          { href: '/karte', text: t.map },
          { href: '/wissen', text: t.knowledge },
        ]),
    ...(usesNorms(me) ? [{ href: '/normen', text: t.norms }] : []),
    // Who signs now and then among other work sees it when there is something to sign.
    ...(seesStudio(me) && (!worksOnCases(me) || waiting)
      ? [{ href: '/studio', text: t.studio, ...(waiting !== undefined && { count: waiting }) }]
      : []),
    // Others find them at the foot of the page.
    ...(me.applicant || worksOnCases(me) ? [] : [{ href: '/behoerden', text: t.authorities }]),
    ...(me.groups.includes('ops') ? [{ href: '/stoerungen', text: t.incidents }] : []),
    ...(seesAudit(me) ? [{ href: '/protokoll', text: t.audit }] : []),
  ];
  return (
    <nav class="nav" aria-label={t.navigation}>
      <ul>
        {links.map(({ href, text, count }) => (
          <li key={href}>
            <a href={href} aria-current={path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}>
              {text}
              {count !== undefined && count > 0 && (
                <span class="nav__count">
                  {count}
                  <span class="visually-hidden"> {t.open}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** Official line and header. On narrow screens navigation, search and account stand behind one menu button. */
export const Header = ({ me }: { me: Me | null | undefined }) => {
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
  const onStart = path === '/';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu from wherever the focus is in it
    <header class="header" onKeyDown={close}>
      <div class="official">
        <span class="official__flag" aria-hidden="true" />
        {t.official}
        <DemoSlot me={me} part="menu" />
      </div>
      <div class="bar">
        <a class="brand" href={me ? homeOf(me) : '/'}>
          <span class="brand__mark" aria-hidden="true" />
          <strong>{t.product}</strong> <span class="brand__office">{t.office}</span>
        </a>
        {me && (
          <button ref={button} type="button" class="bar__toggle" aria-expanded={open} aria-controls="menue" onClick={() => setOpen(!open)}>
            {t.menu}
          </button>
        )}
        <div id="menue" class={`bar__rest${open ? ' bar__rest--open' : ''}${me ? '' : ' bar__rest--always'}`}>
          {me && !onStart && <Navigation me={me} />}
          {me && !onStart && worksOnCases(me) && <CaseSearch />}
          <LanguageSwitch />
          {me && <AccountMenu me={me} />}
          {me === null && !onStart && (
            <a class="button button--small" href={signInPath(url)}>
              {t.signIn}
            </a>
          )}
        </div>
      </div>
      <DemoSlot me={me} part="tour" />
    </header>
  );
};
