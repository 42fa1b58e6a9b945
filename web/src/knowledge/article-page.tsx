import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { may, useMe } from '../api/me.ts';
import { editArticlePath, knowledgePath, processPath } from '../paths.ts';
import '../ui/cards.css';
import { useElements } from '../api/processes.ts';
import { useFormat } from '../i18n/format.ts';
import { ArticleState } from './article-state.tsx';
import './knowledge.css';
import type { Article } from '../../../services/knowledge/answers.ts';
import { Markdown } from '../ui/markdown.tsx';
import { useArticle, usePublish } from './queries.ts';
import { useProcessName } from './use-place-name.ts';
import { useKnowledgeTexts } from './words.ts';

const StepName = ({ process, elementId }: { process: string; elementId: string }) => {
  const { data } = useElements(process, undefined);
  const name = data?.elements.find((each) => each.elementId === elementId)?.name;
  return (
    <a href={`${processPath(process)}?schritt=${elementId}`} lang="de">
      {name ?? elementId}
    </a>
  );
};

const Facts = ({ article }: { article: Article }) => {
  const t = useKnowledgeTexts();
  const { day } = useFormat();
  const processName = useProcessName();
  const { process, elementId, norm, stand, validUntil, section, source, version, changedAt } = article;
  const rows = [
    {
      name: t.facts.place,
      value: process ? (
        <a href={processPath(process)} lang="de">
          {processName(process)}
        </a>
      ) : (
        t.everywhere
      ),
    },
    ...(process && elementId ? [{ name: t.facts.step, value: <StepName process={process} elementId={elementId} /> }] : []),
    ...(norm.length > 0 ? [{ name: t.facts.norm, value: <span lang="de">{norm.join('; ')}</span> }] : []),
    { name: t.facts.stand, value: day(stand) },
    { name: t.facts.validUntil, value: validUntil ? day(validUntil) : t.facts.open },
    ...(section ? [{ name: t.facts.section, value: section.replace('SG', '') }] : []),
    { name: t.facts.source, value: t.sources[source] ?? source },
    ...(version > 0 ? [{ name: t.facts.version, value: version }] : []),
    { name: t.facts.changed, value: day(changedAt) },
  ];
  return (
    <aside class="case-card" aria-labelledby="about-title">
      <h2 id="about-title">{t.facts.title}</h2>
      <dl class="facts">
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
};

const Tools = ({ article }: { article: Article }) => {
  const t = useKnowledgeTexts();
  const publish = usePublish();
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const act = async (): Promise<void> => {
    try {
      await publish.mutateAsync(article);
      setSaid(t.published);
      setFault('');
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  const { waiting } = article;
  return (
    <div class="article-tools">
      <div class="buttons">
        <a class="button button--small" href={editArticlePath(article.articleId)}>
          {t.edit}
        </a>
        {waiting?.mayPublish && (
          <button type="button" class="button button--primary button--small" disabled={publish.isPending} onClick={() => void act()}>
            {t.publish}
          </button>
        )}
        <span role="status" class="said">
          {said}
        </span>
      </div>
      {waiting && <p class="field__hint">{(waiting.mayPublish ? t.check : t.waits)(waiting.authors.join(', '))}</p>}
      {fault && (
        <p class="field__fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};

/** One article to be read: its text on the left, where it belongs and how old it is on the right. */
export const ArticlePage = () => {
  const t = useKnowledgeTexts();
  const { params } = useRoute();
  const { day } = useFormat();
  const writes = may(useMe(), 'edit-articles');
  const processName = useProcessName();
  const { data: article } = useArticle(params.articleId ?? '');
  if (!article) return <div class="work article-page" aria-busy="true" />;
  return (
    <div class="work article-page">
      <nav aria-label={t.breadcrumb} class="breadcrumb">
        <a href={knowledgePath}>{t.title}</a> <span aria-hidden="true">›</span>{' '}
        {article.process ? <span lang="de">{processName(article.process)}</span> : t.everywhere}
      </nav>
      <header class="article-head">
        <h1 lang="de">{article.title}</h1>
        <ArticleState article={article} />
      </header>
      {article.status === 'entwurf' && <p class="notice notice--news">{t.isDraft}</p>}
      {article.status === 'gueltig' && article.draft && <p class="notice notice--news">{t.hasChange}</p>}
      {article.expired && article.validUntil && <p class="notice notice--warn">{t.expired(day(article.validUntil))}</p>}
      <div class="article-columns">
        <article class="article-text">
          <Markdown source={article.body} />
          {writes && <Tools article={article} />}
        </article>
        <Facts article={article} />
      </div>
    </div>
  );
};
