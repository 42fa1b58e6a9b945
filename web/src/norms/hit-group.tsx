import type { ComponentChildren } from 'preact';
import { Marked } from './marked.tsx';
import { useNormsTexts } from './words.ts';

type Line = { key: string; text: string; exact: boolean; basis?: boolean; more?: ComponentChildren };

/** Places that stand together: a process with its steps, a table with its rows, a letter with its passages. */
export const HitGroup = ({ name, children }: { name: ComponentChildren; children: ComponentChildren }) => (
  <li class="norm-group">
    <h3 class="norm-group__name">{name}</h3>
    <ul class="norm-hits">{children}</ul>
  </li>
);

type Props = { place?: ComponentChildren; lines: readonly Line[]; showExact: boolean };

/** One place and what it says. */
export const HitPlace = ({ place, lines, showExact }: Props) => {
  const t = useNormsTexts();
  return (
    <li class="norm-hit">
      {place && <div class="norm-hit__place">{place}</div>}
      {lines.map(({ key, text, exact, basis, more }) => (
        <p class="norm-hit__text" key={key}>
          {basis && <span class="norm-tag norm-tag--basis">{t.basis}</span>}
          {showExact && exact && <span class="norm-tag">{t.exact}</span>}
          <Marked text={text} />
          {more}
        </p>
      ))}
    </li>
  );
};

export const Kind = ({ title, count, children }: { title: string; count: number; children: ComponentChildren }) =>
  count === 0 ? null : (
    <section class="norm-kind" aria-label={title}>
      <h2>
        {title} <span class="norm-kind__count">({count})</span>
      </h2>
      <ul class="norm-groups">{children}</ul>
    </section>
  );
