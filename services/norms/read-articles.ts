import type { Database } from '../../db/connection.ts';
import { listArticles } from '../knowledge/index.ts';
import { makeEntry } from './make-entry.ts';
import type { ArticlePlace, Entry } from './types.ts';

const known = new Map<string, { version: string; entries: Entry<ArticlePlace>[] }>();

/** What published articles say of the law. They change at any time: each is read again once it has. */
export const readArticles = async (db: Database): Promise<Entry<ArticlePlace>[]> => {
  const articles = await listArticles(db, { drafts: false });
  for (const id of known.keys()) if (!articles.some((each) => each.articleId === id)) known.delete(id);
  return articles.flatMap((article) => {
    const version = `${article.version} ${article.changedAt.toISOString()}`;
    const found = known.get(article.articleId);
    if (found?.version === version) return found.entries;
    const place = { kind: 'articles' as const, articleId: article.articleId, name: article.title, process: article.process };
    const said = [article.norm.join('; '), article.title, article.body];
    const entries = said.flatMap((text) => makeEntry(place, text, said.join(' ')));
    known.set(article.articleId, { version, entries });
    return entries;
  });
};
