import { type ArticleFile, parseArticle } from '../../../knowledge/index.ts';
import { parseTemplate, type Template } from '../../../letters/index.ts';
import {
  type DecisionTable,
  decisionsOf,
  type Flow,
  readDecisionTables,
  readFlow,
  readXml,
  walk,
  XmlRefused,
} from '../../../reading/index.ts';
import { kindOfPath } from '../../diff/diff-files.ts';
import type { ModelText } from '../check-files.ts';
import { type FormPart, readFormParts } from './form-parts.ts';

/** A decision with what its expression reads, if it is none of rows. */
export type Decision = DecisionTable & { literal: string | null; givenNames: string[] };
export type LiveForm = { id: string; parts: FormPart[] };

export type FlowFile = { path: string; content: string; flow: Flow };
export type TableFile = { path: string; content: string; decisions: Decision[] };
export type FormFile = { path: string; content: string; form: LiveForm };

/** Letters and articles; `fault`: why one cannot be read. */
export type LetterFile = { path: string; content: string; template: Template | undefined; fault: string };
export type ArticleTextFile = { path: string; content: string; article: ArticleFile | undefined; fault: string };

/** All live models, each file read once for as long as its text stays the same. Files that cannot be read are told elsewhere and left out. */
export type LiveSet = {
  flows: FlowFile[];
  tables: TableFile[];
  forms: FormFile[];
  letters: LetterFile[];
  articles: ArticleTextFile[];
  texts: ReadonlyMap<string, string>;
};

const readTables = (content: string): Decision[] => {
  const root = readXml(content);
  const givenNames = [...walk(root)].filter(({ name }) => name === 'inputData').flatMap(({ attributes }) => attributes.name ?? []);
  const literals = new Map(
    decisionsOf(root).map((decision) => {
      const literal = decision.children.find(({ name }) => name === 'literalExpression');
      return [decision.attributes.id, literal?.children.find(({ name }) => name === 'text')?.text.trim() ?? null];
    }),
  );
  return readDecisionTables(content).map((table) => ({ ...table, literal: literals.get(table.id) ?? null, givenNames }));
};

const readForm = (content: string): LiveForm | undefined => {
  const form: unknown = JSON.parse(content);
  const { id } = Object(form) as { id?: unknown };
  return typeof id === 'string' ? { id, parts: readFormParts(form) } : undefined;
};

type Read = {
  flow?: Flow;
  decisions?: Decision[];
  form?: LiveForm;
  letter?: Pick<LetterFile, 'template' | 'fault'>;
  article?: Pick<ArticleTextFile, 'article' | 'fault'>;
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Their readers say what is wrong after the name of the file. */
const faultOf = (error: unknown): string => (error instanceof Error ? error.message.slice(error.message.indexOf(': ') + 2) : String(error));

const readText = (path: string, content: string): Read => {
  const isLetter = path.startsWith('letters/');
  try {
    return isLetter
      ? { letter: { template: parseTemplate(content, nameOf(path)), fault: '' } }
      : { article: { article: parseArticle(content, nameOf(path)), fault: '' } };
  } catch (error) {
    return isLetter
      ? { letter: { template: undefined, fault: faultOf(error) } }
      : { article: { article: undefined, fault: faultOf(error) } };
  }
};

const readOne = (path: string, content: string): Read => {
  if (path.endsWith('.md')) return readText(path, content);
  try {
    const kind = path.endsWith('.vectors.json') ? undefined : kindOfPath(path);
    if (kind === 'dmn') return { decisions: readTables(content) };
    const [flow, form] = [kind === 'bpmn' ? readFlow(content) : undefined, kind === 'form' ? readForm(content) : undefined];
    return { ...(flow ? { flow } : {}), ...(form ? { form } : {}) };
  } catch (error) {
    if (error instanceof XmlRefused || error instanceof SyntaxError) return {};
    throw error;
  }
};

const kept = new Map<string, Read>();
const MOST_KEPT = 1_000;

const readKept = (path: string, content: string): Read => {
  const key = `${path}\0${content}`;
  const known = kept.get(key) ?? readOne(path, content);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, known);
  return known;
};

export const readLiveSet = (files: readonly ModelText[]): LiveSet => {
  const read = files.map(({ path, content }) => ({ path, content, ...readKept(path, content) }));
  return {
    flows: read.flatMap(({ path, content, flow }) => (flow ? [{ path, content, flow }] : [])),
    tables: read.flatMap(({ path, content, decisions }) => (decisions ? [{ path, content, decisions }] : [])),
    forms: read.flatMap(({ path, content, form }) => (form ? [{ path, content, form }] : [])),
    letters: read.flatMap(({ path, content, letter }) => (letter ? [{ path, content, ...letter }] : [])),
    articles: read.flatMap(({ path, content, article }) => (article ? [{ path, content, ...article }] : [])),
    texts: new Map(files.map(({ path, content }) => [path, content])),
  };
};
