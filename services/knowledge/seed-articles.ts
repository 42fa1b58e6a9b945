import type { Deps } from '../deps.ts';
import { nowOf } from '../platform/clock.ts';
import { type ArticleFile, readArticleFiles } from './article-files.ts';
import { findArticleByFile, insertArticle, publishContent, updateDraft, updateFileHash } from './articles-store.ts';

const BY = 'Lotse';

/**
 * Brings the delivered articles into the office, at each start: a new one is published, a changed one too, unless people have changed the article
 * themselves. Then the delivered text becomes its draft, and they decide.
 */
export const seedArticles = async (deps: Pick<Deps, 'db' | 'clock'>, files: readonly ArticleFile[] = readArticleFiles()): Promise<void> => {
  const at = nowOf(deps);
  for (const { key, hash, content } of files) {
    await deps.db.transaction(async (trx) => {
      const found = await findArticleByFile(trx, key);
      if (!found) {
        const articleId = await insertArticle(trx, content, { source: 'datei', by: BY, at, file: { key, hash } });
        // Another process was quicker.
        if (articleId) await publishContent(trx, articleId, content, { by: BY, at, version: 1 });
        return;
      }
      if (found.fileHash === hash) return;
      const { articleId, version, draft, changedBy } = found;
      if (changedBy === BY) await publishContent(trx, articleId, content, { by: BY, at, version: version + 1 });
      else if (!draft) await updateDraft(trx, articleId, content, { by: changedBy, at, author: BY });
      await updateFileHash(trx, articleId, hash);
    });
  }
};
