export type RulePage = { title: string; element: string; text: string; wrong: string; right: string };

const pages = import.meta.glob<string>('../../../../services/models/check/rules/pages/*.md', { query: '?raw', import: 'default' });
const drawings = import.meta.glob<string>('../../../../services/models/check/rules/pages/*.bpmn', { query: '?raw', import: 'default' });

const nameOf = (path: string): string => path.replace(/^.*\/|\.md$/g, '');
const pathOf = (file: string): string => `../../../../services/models/check/rules/pages/${file}`;

/** Rules that have a page, as findings name them. */
export const rulesWithPage: readonly string[] = Object.keys(pages).map(nameOf).toSorted();

const fieldOf = (head: string, name: string): string => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1] ?? '';

/** The head of a page between two lines `---`, and its text. */
const parted = (source: string): { head: string; text: string } => {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  return { head, text: text.trim() };
};

export const readTitle = async (rule: string): Promise<string> =>
  fieldOf(parted((await pages[pathOf(`${rule}.md`)]?.()) ?? '').head, 'titel');

/** A rule's words and its two drawings; undefined where there is no such page. */
export const readRule = async (rule: string): Promise<RulePage | undefined> => {
  const source = await pages[pathOf(`${rule}.md`)]?.();
  if (source === undefined) return undefined;
  const { head, text } = parted(source);
  const [wrong = '', right = ''] = await Promise.all(
    [`${rule}.falsch.bpmn`, `${fieldOf(head, 'richtig')}.bpmn`].map((file) => drawings[pathOf(file)]?.()),
  );
  return { title: fieldOf(head, 'titel'), element: fieldOf(head, 'element'), text, wrong, right };
};
