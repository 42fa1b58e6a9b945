import type { Reader } from '../../db/connection.ts';
import { countSharedNorms } from '../legal/index.ts';
import { type Article, type ArticleFilter, selectArticles } from './articles-store.ts';

/** More would bury what belongs to the step itself. */
const MOST_BY_NORM = 3;

/** What the office knows about a place; with `norm` also what it knows elsewhere about the same sections, the closest first. */
export const listArticles = async (db: Reader, { norm, ...filter }: ArticleFilter & { norm?: string }): Promise<Article[]> => {
  const own = await selectArticles(db, filter);
  if (!norm) return own;
  const known = new Set(own.map((each) => each.articleId));
  const others = (await selectArticles(db, { drafts: false }))
    .filter((each) => !known.has(each.articleId))
    .map((article) => ({ article, shared: countSharedNorms(norm, article.norm.join('; ')) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return [...own, ...others.slice(0, MOST_BY_NORM).map(({ article }) => article)];
};
