import { useRoute } from 'preact-iso';
import '../ui/work.css';
import { useFormat } from '../i18n/format.ts';
import './norms.css';
import { normsPath } from '../paths.ts';
import { NormLink } from './norm-link.tsx';
import { useLetterTemplate } from './queries.ts';
import { useNormsTexts } from './words.ts';

/** A letter as it is written, before anybody's data stands in it. */
export const LetterPage = () => {
  const t = useNormsTexts().letter;
  const { day } = useFormat();
  const { params } = useRoute();
  const { data } = useLetterTemplate(params.type ?? '');
  if (!data) return <div class="work norms-page" aria-busy="true" />;
  return (
    <div class="work norms-page">
      <nav aria-label={t.breadcrumb} class="breadcrumb">
        <a href={normsPath}>{t.back}</a>
      </nav>
      <header>
        <h1 lang="de">{data.name}</h1>
        <p>
          {t.subject}: <span lang="de">{data.subject}</span>
        </p>
        <p class="soft">
          {t.norm}: <NormLink norm={data.norm} /> · {t.lawAsOf(day(data.lawAsOf))}
        </p>
        <p class="soft">{t.hint}</p>
      </header>
      <article class="norm-letter" lang="de">
        {data.blocks.map((block, index) => {
          const key = `${index} ${block.text.slice(0, 20)}`;
          return block.kind === 'ueberschrift' ? (
            <h2 key={key}>{block.text}</h2>
          ) : (
            <p key={key} class={block.kind === 'exakt' ? 'norm-letter__exact' : ''}>
              {block.text}
            </p>
          );
        })}
      </article>
    </div>
  );
};
