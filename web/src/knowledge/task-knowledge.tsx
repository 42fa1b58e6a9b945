import type { Task } from '../../../services/tasks/answers.ts';
import { useFormat } from '../i18n/format.ts';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import './knowledge.css';
import type { Article } from '../../../services/knowledge/answers.ts';
import { articlePath, knowledgePath } from '../paths.ts';
import { CardGuard } from '../ui/card-guard.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { useArticles } from './queries.ts';
import { StepFeedback } from './step-feedback.tsx';
import { useKnowledgeTexts } from './words.ts';

/** Closest first: the step's own, then its process', then what others know about the same norm. Drafts are not for work, and what has expired comes last. */
const useStepArticles = ({ processId, elementId, norm }: Task, process: string | null | undefined): Article[] => {
  const own = useArticles({ process: processId, elementId, norm: norm ?? undefined }).data?.items ?? [];
  const elsewhere = Boolean(process) && process !== processId;
  // A step in a block serves many procedures: what is known about the procedure itself belongs here, too.
  const above = useArticles({ process: process ?? undefined, elementId }, elsewhere).data?.items ?? [];
  return [...new Map([...own, ...(elsewhere ? above : [])].map((each) => [each.articleId, each])).values()]
    .filter((each) => each.status === 'gueltig')
    .sort((a, b) => Number(a.expired) - Number(b.expired));
};

const Entry = ({ article, first }: { article: Article; first: boolean }) => {
  const t = useKnowledgeTexts();
  const { day } = useFormat();
  return (
    <details class="fold knowledge-entry" open={first}>
      <summary>
        <span lang="de">{article.title}</span>
        {article.expired && <span class="article-state article-state--expired">{t.side.expired}</span>}
      </summary>
      {article.expired && article.validUntil && <Notice tone="warn">{t.expired(day(article.validUntil))}</Notice>}
      <Markdown source={article.body} under={2} />
      <p class="field__hint">
        <span lang="de">{article.norm.join('; ')}</span>
        {article.norm.length > 0 && ' · '}
        {t.side.stand(day(article.stand))} ·{' '}
        <a href={articlePath(article.articleId)} aria-label={t.side.openArticle(article.title)}>
          {t.side.open}
        </a>
      </p>
    </details>
  );
};

type Props = { task: Task; process: string | null | undefined };

const StepKnowledge = ({ task, process }: Props) => {
  const t = useKnowledgeTexts().side;
  const articles = useStepArticles(task, process);
  return (
    <>
      {articles.length > 0 && (
        <Card
          id="knowledge-title"
          title={t.title}
          beside={
            <a class="line__more" href={knowledgePath}>
              {t.all}
            </a>
          }
        >
          {articles.map((article, index) => (
            <Entry key={article.articleId} article={article} first={index === 0 && article.elementId === task.elementId} />
          ))}
        </Card>
      )}
      <StepFeedback key={task.taskId} taskId={task.taskId} />
    </>
  );
};

/** Beside a task: what the office knows about the step, and the one line for what does not fit. */
export const TaskKnowledge = (props: Props) => (
  <CardGuard name={useKnowledgeTexts().side.title} of={props.task}>
    <StepKnowledge {...props} />
  </CardGuard>
);
