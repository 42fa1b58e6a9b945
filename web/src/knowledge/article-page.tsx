import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { may, useMe } from '../api/me.ts';
import { useElements } from '../api/processes.ts';
import { useFormat } from '../i18n/format.ts';
import { editArticlePath, knowledgePath, processPath } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FactList, FactRow } from '../ui/lines.tsx';
import { Notice } from '../ui/notice.tsx';
import { Breadcrumb, Page } from '../ui/page.tsx';
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
    <Card aside id="about-title" title={t.facts.title}>
      <FactList>
        {rows.map(({ name, value }) => (
          <FactRow name={name} key={name}>
            {value}
          </FactRow>
        ))}
      </FactList>
    </Card>
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
        <ButtonLink small href={editArticlePath(article.articleId)}>
          {t.edit}
        </ButtonLink>
        {waiting?.mayPublish && (
          <Button primary small disabled={publish.isPending} onClick={() => void act()}>
            {t.publish}
          </Button>
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
  if (!article) return <Page class="article-page" busy />;
  return (
    <Page class="article-page">
      <Breadcrumb label={t.breadcrumb}>
        <a href={knowledgePath}>{t.title}</a> <span aria-hidden="true">›</span>{' '}
        {article.process ? <span lang="de">{processName(article.process)}</span> : t.everywhere}
      </Breadcrumb>
      <header class="article-head">
        <h1 lang="de">{article.title}</h1>
        <ArticleState article={article} />
      </header>
      {article.status === 'entwurf' && <Notice tone="news">{t.isDraft}</Notice>}
      {article.status === 'gueltig' && article.draft && <Notice tone="news">{t.hasChange}</Notice>}
      {article.expired && article.validUntil && <Notice tone="warn">{t.expired(day(article.validUntil))}</Notice>}
      <div class="article-columns">
        <article class="article-text">
          <Markdown source={article.body} />
          {writes && <Tools article={article} />}
        </article>
        <Facts article={article} />
      </div>
    </Page>
  );
};
