import type { Article } from '../../../services/knowledge/answers.ts';
import { useKnowledgeTexts } from './words.ts';

const stateOf = (article: Article): 'entwurf' | 'expired' | 'changed' | 'gueltig' => {
  if (article.status === 'entwurf') return 'entwurf';
  if (article.expired) return 'expired';
  return article.draft ? 'changed' : 'gueltig';
};

export const ArticleState = ({ article }: { article: Article }) => {
  const { states } = useKnowledgeTexts();
  const state = stateOf(article);
  return <span class={`article-state article-state--${state}`}>{states[state]}</span>;
};
