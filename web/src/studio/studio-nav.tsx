import { useLocation } from 'preact-iso';
import { driftPath, modelsPath, releasesPath, studioPath } from '../paths.ts';
import { useStudioTexts } from './use-studio-texts.ts';

/** The four parts of the studio. */
export const StudioNav = () => {
  const t = useStudioTexts().pages;
  const { path } = useLocation();
  const links = [
    { href: studioPath, text: t.changes },
    { href: modelsPath, text: t.models },
    { href: releasesPath, text: t.releases },
    { href: driftPath, text: t.drift },
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
