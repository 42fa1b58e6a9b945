import type { FlowNode } from '../../../reading/index.ts';
import { bracketsOf, isMark, partsIn, readTokens } from '../feel-tokens.ts';
import { bare, isExpression } from './feel-reads.ts';
import type { Analysed } from './flow-of-values.ts';
import type { FormPart } from './form-parts.ts';
import type { FlowFile } from './live-set.ts';
import { inQuotes, nearest, type Place, type Report } from './report.ts';
import type { Env } from './values.ts';
import { calledBy, type World } from './world.ts';

const JOB = 'brief-senden';

const inText = ['textfield', 'textarea', 'datetime', 'number'];
const inList = ['checklist', 'taglist'];

/** What a letter can say of what the forms of a process ask, its blocks among them: only what nobody can leave empty. */
const askedFor = (world: World, { flow }: FlowFile, seen: ReadonlySet<string> = new Set()): FormPart[] =>
  seen.has(flow.id)
    ? []
    : flow.nodes.flatMap(({ formId, called }) => [
        ...(world.forms.get(formId ?? '')?.form.parts ?? []).filter(({ required, conditional }) => required && !conditional),
        ...(called === null || called.trimStart().startsWith('=') ? [] : calledBy(world, called)).flatMap((id) => {
          const callee = world.flows.get(id);
          return callee ? askedFor(world, callee, new Set([...seen, flow.id])) : [];
        }),
      ]);

/** Keys of a context that is written out: `{frist: frist, "betrag": 5}`. */
const keysIn = (source: string): string[] | undefined => {
  const tokens = readTokens(bare(source));
  if (!isExpression(source) || !isMark(tokens[0], '{')) return undefined;
  return partsIn(tokens, bracketsOf(tokens), 0).map(([key]) => (key?.text ?? '').replaceAll('"', ''));
};

/** Names the step puts into `werte`; undefined where they cannot be told. */
const mappedBy = ({ inputs }: FlowNode, inside: Env): ReadonlySet<string> | undefined => {
  const source = inputs.find(({ target }) => target === 'werte')?.source;
  if (source === undefined) return new Set();
  const keys = keysIn(source) ?? inside.get('werte')?.fields?.keys();
  return keys && new Set(keys);
};

const checkValues = (world: World, file: FlowFile, at: { node: FlowNode; inside: Env }, type: string, report: Report): void => {
  const letter = world.contract.letters.get(type);
  const mapped = mappedBy(at.node, at.inside);
  if (!letter || !mapped) return;
  const place: Place = { path: file.path, elementId: at.node.id };
  const asked = askedFor(world, file);
  const isAsked = (name: string, types: readonly string[]) => asked.some((part) => part.key === name && types.includes(part.type));
  const needed = [...letter.texts.map((name) => ({ name, types: inText })), ...letter.lists.map((name) => ({ name, types: inList }))];
  const names = needed.map(({ name }) => name);
  for (const name of mapped)
    if (!names.includes(name))
      report(place, 'letter-value', `Der Brief ${inQuotes(type)} nennt ${inQuotes(name)} nicht.${nearest(name, names)}`);
  for (const { name, types } of needed)
    if (!mapped.has(name) && !isAsked(name, types))
      report(
        place,
        'letter-value',
        `Der Brief ${inQuotes(type)} braucht ${inQuotes(name)}; der Schritt ordnet es nicht zu (werte), und kein Pflichtfeld dieses Ablaufs fragt es.${nearest(name, mapped)}`,
      );
};

/** A step that sends a letter of its own choice: what the letter names is there, and it is none that only a decision may send. */
export const checkLetters = (world: World, { around }: Analysed, report: Report): void => {
  for (const file of world.set.flows)
    for (const node of file.flow.nodes) {
      const inside = around.get(file.flow.id)?.get(node.id)?.inside;
      if (node.jobType !== JOB || !inside) continue;
      for (const code of inside.get('briefArt')?.codes ?? []) {
        const type = String(JSON.parse(code));
        const why = world.contract.refusedLetters.get(type);
        if (why) report({ path: file.path, elementId: node.id }, 'letter-refused', `Der Brief ${inQuotes(type)} ${why}.`);
        checkValues(world, file, { node, inside }, type, report);
      }
    }
};
