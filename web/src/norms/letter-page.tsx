import { useRoute } from 'preact-iso';
import { useFormat } from '../i18n/format.ts';
import { Breadcrumb, Page } from '../ui/page.tsx';
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
  if (!data) return <Page class="norms-page" busy />;
  return (
    <Page class="norms-page">
      <Breadcrumb label={t.breadcrumb}>
        <a href={normsPath}>{t.back}</a>
      </Breadcrumb>
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
    </Page>
  );
};
