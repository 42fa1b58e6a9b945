import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import Joi from 'joi';
import { sectionIds } from '../office/index.ts';
import { readFrontMatter } from '../typed/front-matter.ts';
import type { Content } from './answers.ts';

export type ArticleFile = { key: string; hash: string; content: Content };

const folder = new URL('../../processes/wissen/', import.meta.url);
const day = Joi.string().pattern(/^\d{4}-\d{2}-\d{2}$/);
const headSchema = Joi.object({
  titel: Joi.string().required(),
  prozess: Joi.string(),
  schritt: Joi.string(),
  norm: Joi.string().required(),
  stand: day.required(),
  gueltigBis: day,
  sg: Joi.string().valid(...sectionIds),
  owner: Joi.string().required(),
});

/** `norm` holds several citations parted by `;`, because a citation has commas of its own. */
export const parseArticle = (source: string, name: string): ArticleFile => {
  const head = readFrontMatter(source);
  if (!head?.text) throw new Error(`${name}: Der Artikel beginnt mit einem Kopf zwischen zwei Zeilen „---“, und dann folgt Text.`);
  if (head.strange.length > 0) throw new Error(`${name}: „${head.strange[0]}“ im Kopf ist nicht „Name: Wert“.`);
  const { value, error } = headSchema.validate(head.fields);
  if (error) throw new Error(`${name}: ${error.message}`);
  return {
    key: name.replace(/\.md$/, ''),
    hash: createHash('sha256').update(source.replaceAll('\r\n', '\n')).digest('hex'),
    content: {
      title: value.titel,
      body: head.text,
      process: value.prozess ?? null,
      elementId: value.schritt ?? null,
      norm: (value.norm as string).split(';').map((each) => each.trim()),
      stand: value.stand,
      validUntil: value.gueltigBis ?? null,
      section: value.sg ?? null,
      owner: value.owner,
    },
  };
};

/** The articles the office is delivered with (processes/wissen). */
export const readArticleFiles = (): ArticleFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => parseArticle(readFileSync(new URL(name, folder), 'utf8'), name));
