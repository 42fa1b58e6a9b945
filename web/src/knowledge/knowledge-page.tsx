import { useState } from 'preact/hooks';
import { may, useMe } from '../api/me.ts';
import { useFormat } from '../i18n/format.ts';
import { ButtonLink } from '../ui/button.tsx';
import { ColumnHeads } from '../ui/column-heads.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ArticleState } from './article-state.tsx';
import './knowledge.css';
import type { Article } from '../../../services/knowledge/answers.ts';
import { articlePath, newArticlePath } from '../paths.ts';
import { useArticles } from './queries.ts';
import { useProcessName } from './use-place-name.ts';
import { useKnowledgeTexts } from './words.ts';

type Show = 'all' | 'drafts' | 'expired';

const shows: Record<Show, (article: Article) => boolean> = {
  all: () => true,
  drafts: ({ status, draft }) => status === 'entwurf' || draft !== null,
  expired: ({ expired }) => expired,
};

const fold = (text: string): string => text.toLocaleLowerCase('de').normalize('NFKD').replaceAll(/\p{M}/gu, '');

/** Every word must be somewhere in it. */
const matches = (article: Article, query: string): boolean => {
  const text = fold([article.title, article.body, ...article.norm].join(' '));
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const Row = ({ article }: { article: Article }) => {
  const t = useKnowledgeTexts();
  const { day } = useFormat();
  const processName = useProcessName();
  return (
    <tr>
      <th scope="row">
        <a href={articlePath(article.articleId)} lang="de">
          {article.title}
        </a>
        {article.source === 'eskalation' && <span class="article-source">{t.sources.eskalation}</span>}
      </th>
      <td data-label={t.columns.place}>{article.process ? <span lang="de">{processName(article.process)}</span> : t.everywhere}</td>
      <td data-label={t.columns.norm} lang="de">
        {article.norm.join('; ')}
      </td>
      <td data-label={t.columns.stand} class="nowrap">
        {day(article.stand)}
      </td>
      <td>
        <ArticleState article={article} />
      </td>
    </tr>
  );
};

/** All articles one may read; few enough to be searched here. */
export const KnowledgePage = () => {
  const t = useKnowledgeTexts();
  const writes = may(useMe(), 'edit-articles');
  const { data } = useArticles();
  const [query, setQuery] = useState('');
  const [show, setShow] = useState<Show>('all');
  const items = data?.items
    .filter((article) => shows[show](article) && matches(article, query.trim()))
    .sort((a, b) => Number(b.status === 'entwurf') - Number(a.status === 'entwurf') || a.title.localeCompare(b.title, 'de'));
  return (
    <Page class="knowledge-page">
      <header class="knowledge-head">
        <div>
          <h1>{t.title}</h1>
          <p class="soft">{t.lead}</p>
        </div>
        {writes && (
          <ButtonLink primary small href={newArticlePath}>
            {t.write}
          </ButtonLink>
        )}
      </header>
      <search>
        <form class="case-filters" onSubmit={(event) => event.preventDefault()}>
          <Field label={t.search} inline class="field--search">
            <input type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
          </Field>
          <Field label={t.show} inline>
            <select value={show} onChange={(event) => setShow(event.currentTarget.value as Show)}>
              {(Object.keys(shows) as Show[])
                .filter((each) => each !== 'drafts' || writes)
                .map((each) => (
                  <option key={each} value={each}>
                    {t.filters[each]}
                  </option>
                ))}
            </select>
          </Field>
          <span class="soft" role="status">
            {items && t.count(items.length)}
          </span>
        </form>
      </search>
      {items?.length === 0 && <Notice>{data?.items.length === 0 ? t.noneAtAll : t.none}</Notice>}
      {items && items.length > 0 && (
        <DataTable caption={t.caption} class="table--articles">
          <ColumnHeads columns={t.columns} />
          <tbody>
            {items.map((article) => (
              <Row key={article.articleId} article={article} />
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  );
};
