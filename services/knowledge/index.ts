/** Knowledge: articles about steps, and what people say about them. What other features may call. */
export { type ArticleFile, parseArticle } from './article-files.ts';
export { draftFromEscalation, type EscalationAnswer } from './draft-from-escalation.ts';
export { listArticles } from './list-articles.ts';
export { seedArticles } from './seed-articles.ts';
