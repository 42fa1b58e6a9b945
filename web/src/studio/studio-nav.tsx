import { useLocation } from 'preact-iso';
import { driftPath, modelsPath, releasesPath, rulesPath, studioPath } from '../paths.ts';
import { useStudioTexts } from './words.ts';

/** The parts of the studio. */
export const StudioNav = () => {
  const t = useStudioTexts().pages;
  const { path } = useLocation();
  const links = [
    { href: studioPath, text: t.changes },
    { href: modelsPath, text: t.models },
    { href: releasesPath, text: t.releases },
    { href: driftPath, text: t.drift },
    { href: rulesPath, text: t.rules },
  ];
  return (
    <nav class="studio-nav" aria-label={t.label}>
      <ul>
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href} aria-current={path === href ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
