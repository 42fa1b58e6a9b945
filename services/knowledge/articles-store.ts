import type { Reader, Transaction } from '../../db/connection.ts';
import type { Article as ArticleAnswer, Content } from './answers.ts';

type Source = ArticleAnswer['source'];
/** `draft`: a change of a valid article that is not published yet. */
export type Article = Content & {
  articleId: string;
  status: 'entwurf' | 'gueltig';
  version: number;
  /** Counts every change, of the draft, too: who edits says which one they saw. */
  revision: number;
  source: Source;
  draft: Content | null;
  fileKey: string | null;
  fileHash: string | null;
  changedAt: Date;
  changedBy: string;
  /** Who wrote what does not hold yet. */
  authors: string[];
};

const select = `
select article_id as "articleId", status, version, revision, title, body, process, element_id as "elementId", norm, to_char(stand, 'YYYY-MM-DD') as stand,
       to_char(valid_until, 'YYYY-MM-DD') as "validUntil", section, owner, source, draft, file_key as "fileKey", file_hash as "fileHash",
       changed_at as "changedAt", changed_by as "changedBy", authors
  from articles`;

const columnsOf = (content: Content) => ({
  title: content.title,
  body: content.body,
  process: content.process,
  element_id: content.elementId,
  norm: content.norm,
  stand: content.stand,
  valid_until: content.validUntil,
  section: content.section,
  owner: content.owner,
});

export type ArticleFilter = { process?: string; elementId?: string; drafts: boolean };

/** The step's own articles first, then those of its process, then those of the whole office. */
export const selectArticles = async (db: Reader, { process, elementId, drafts }: ArticleFilter): Promise<Article[]> => {
  const where = [
    ...(drafts ? [] : [`status = 'gueltig'`]),
    ...(process ? ['(process is null or process = :process)'] : []),
    ...(elementId ? ['(element_id is null or element_id = :elementId)'] : []),
  ];
  const { rows } = (await db.raw(
    `${select} ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by (element_id is null), (process is null), title, article_id limit 500`,
    { process: process ?? null, elementId: elementId ?? null },
  )) as { rows: Article[] };
  return rows;
};

export const findArticle = async (db: Reader, articleId: string, lock = false): Promise<Article | undefined> => {
  const { rows } = (await db.raw(`${select} where article_id = ?${lock ? ' for update' : ''}`, [articleId])) as { rows: Article[] };
  return rows[0];
};

export const findArticleByFile = async (db: Reader, fileKey: string): Promise<Article | undefined> => {
  const { rows } = (await db.raw(`${select} where file_key = ? for update`, [fileKey])) as { rows: Article[] };
  return rows[0];
};

type Mark = { by: string; at: Date };

const marked = (trx: Transaction, { by, at }: Mark) => ({ revision: trx.raw('revision + 1'), changed_at: at, changed_by: by });

export const insertArticle = async (
  trx: Transaction,
  content: Content,
  { source, by, at, file }: Mark & { source: Source; file?: { key: string; hash: string } },
): Promise<string> => {
  const [row] = await trx('articles')
    .insert({
      ...columnsOf(content),
      status: 'entwurf',
      source,
      created_at: at,
      changed_at: at,
      changed_by: by,
      authors: [by],
      file_key: file?.key ?? null,
      file_hash: file?.hash ?? null,
    })
    .onConflict('file_key')
    .ignore()
    .returning('article_id');
  return row?.article_id ?? '';
};

const withAuthor = (trx: Transaction, author: string) => trx.raw('array(select distinct unnest(array_append(authors, ?::text)))', [author]);

export const updateContent = async (trx: Transaction, articleId: string, content: Content, { by, at }: Mark): Promise<void> => {
  await trx('articles')
    .where('article_id', articleId)
    .update({ ...columnsOf(content), ...marked(trx, { by, at }), authors: withAuthor(trx, by) });
};

/** `author`: who wrote it, if not whoever changed the article last. */
export const updateDraft = async (
  trx: Transaction,
  articleId: string,
  draft: Content,
  { by, at, author = by }: Mark & { author?: string },
): Promise<void> => {
  await trx('articles')
    .where('article_id', articleId)
    .update({ draft: JSON.stringify(draft), ...marked(trx, { by, at }), authors: withAuthor(trx, author) });
};

export const updateFileHash = async (trx: Transaction, articleId: string, hash: string): Promise<void> => {
  await trx('articles').where('article_id', articleId).update({ file_hash: hash });
};

/** What is published becomes the article; the version before stays readable. */
export const publishContent = async (
  trx: Transaction,
  articleId: string,
  content: Content,
  { by, at, version }: Mark & { version: number },
): Promise<void> => {
  await trx('articles')
    .where('article_id', articleId)
    .update({ ...columnsOf(content), status: 'gueltig', version, draft: null, ...marked(trx, { by, at }), authors: [] });
  const { title, body, norm, stand, validUntil } = content;
  await trx('article_versions').insert({
    article_id: articleId,
    version,
    title,
    body,
    norm,
    stand,
    valid_until: validUntil,
    published_at: at,
    published_by: by,
  });
};
