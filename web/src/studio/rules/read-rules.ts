import { readFrontMatter } from '../../../../services/typed/front-matter.ts';

/** `drawings`: of a rule for single models; what models promise each other is told in words only. */
export type RulePage = { title: string; text: string; drawings: { element: string; wrong: string; right: string } | null };

const pages = import.meta.glob<string>('../../../../services/models/check/rules/pages/*.md', { query: '?raw', import: 'default' });
const drawings = import.meta.glob<string>('../../../../services/models/check/rules/pages/*.bpmn', { query: '?raw', import: 'default' });

/** How the head of a page names what models promise each other. */
const PROMISE = 'zusage';

const nameOf = (path: string): string => path.replace(/^.*\/|\.md$/g, '');
const pathOf = (file: string): string => `../../../../services/models/check/rules/pages/${file}`;

/** Rules that have a page, as findings name them. */
export const rulesWithPage: readonly string[] = Object.keys(pages).map(nameOf).toSorted();

const readPage = async (rule: string) => {
  const source = await pages[pathOf(`${rule}.md`)]?.();
  return source === undefined ? undefined : readFrontMatter(source);
};

export type RuleTitle = { rule: string; title: string };

const inGerman = new Intl.Collator('de');

/** The titles of all pages by the alphabet: rules for a model by itself, and what models and the program promise each other. */
export const readTitles = async (): Promise<{ rules: RuleTitle[]; promises: RuleTitle[] }> => {
  const all = await Promise.all(
    rulesWithPage.map(async (rule) => {
      const { titel: title = '', art } = (await readPage(rule))?.fields ?? {};
      return { rule, title, art };
    }),
  );
  const sorted = all.toSorted((one, other) => inGerman.compare(one.title, other.title));
  return { rules: sorted.filter(({ art }) => art !== PROMISE), promises: sorted.filter(({ art }) => art === PROMISE) };
};

/** A rule's words, and its two drawings where it has some; undefined where there is no such page. */
export const readRule = async (rule: string): Promise<RulePage | undefined> => {
  const page = await readPage(rule);
  if (!page) return undefined;
  const { titel = '', element = '', richtig = '', art } = page.fields;
  if (art === PROMISE) return { title: titel, text: page.text, drawings: null };
  const [wrong = '', right = ''] = await Promise.all([`${rule}.falsch.bpmn`, `${richtig}.bpmn`].map((file) => drawings[pathOf(file)]?.()));
  return { title: titel, text: page.text, drawings: { element, wrong, right } };
};
