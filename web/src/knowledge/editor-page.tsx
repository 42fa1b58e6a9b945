import { useRoute } from 'preact-iso';
import { useMe } from '../api/me.ts';
import { Breadcrumb, Page } from '../ui/page.tsx';
import { ArticleEditor } from './article-editor.tsx';
import './knowledge.css';
import type { Content } from '../../../services/knowledge/answers.ts';
import { articlePath, knowledgePath } from '../paths.ts';
import { useArticle } from './queries.ts';
import { useKnowledgeTexts } from './words.ts';

/** Writes a new article or changes one; the change waits until it is published. */
export const EditorPage = () => {
  const t = useKnowledgeTexts();
  const me = useMe();
  const { params } = useRoute();
  const { articleId } = params;
  const { data: article } = useArticle(articleId ?? '', articleId !== undefined);
  if (!me || (articleId && !article)) return <Page busy />;
  const empty: Content = {
    title: '',
    body: '',
    process: null,
    elementId: null,
    norm: [],
    stand: me.today,
    validUntil: null,
    section: null,
    owner: me.account,
  };
  return (
    <Page class="editor-page">
      <Breadcrumb label={t.breadcrumb}>
        <a href={knowledgePath}>{t.title}</a> <span aria-hidden="true">›</span>{' '}
        {article && (
          <a href={articlePath(article.articleId)} lang="de">
            {article.title}
          </a>
        )}
      </Breadcrumb>
      <h1>{article ? t.editor.editTitle : t.editor.newTitle}</h1>
      <ArticleEditor article={article} before={article?.draft ?? article ?? empty} />
    </Page>
  );
};
