import { canonical } from '../../engine/index.ts';
import type { Difference } from './difference.ts';
import { quoted } from './quote.ts';
import { movedIn } from './read-facets.ts';

type Example = { name?: unknown; decision?: unknown; input?: unknown; output?: unknown };

const readExamples = (json: string): Map<string, Example> => {
  const list: unknown = JSON.parse(json);
  const examples = new Map<string, Example>();
  for (const [index, each] of (Array.isArray(list) ? list : [list]).entries()) {
    const example = (typeof each === 'object' && each !== null ? each : { name: String(each) }) as Example;
    const name = typeof example.name === 'string' ? example.name : `Nr. ${index + 1}`;
    let key = name;
    for (let count = 2; examples.has(key); count += 1) key = `${name} (${count})`;
    examples.set(key, example);
  }
  return examples;
};

/** Examples of a table that came, went or say something else. Their class follows the table's; here it is text. */
export const diffVectors = (path: string, before: string | null, after: string | null): Difference[] => {
  const old = readExamples(before ?? '[]');
  const now = readExamples(after ?? '[]');
  const found: Difference[] = [];
  const add = (how: Difference['how'], name: string, was: Example | undefined, is: Example | undefined, words: string): void => {
    const rule = name.split(' ')[0] ?? '';
    found.push({
      path,
      kind: 'dmn',
      how,
      elementId: rule,
      place: `Beispiel ${quoted(name)}`,
      aspect: 'example',
      before: was ? canonical(was) : null,
      after: is ? canonical(is) : null,
      words,
      class: 'text',
      legal: false,
    });
  };
  for (const [name, is] of now) {
    const was = old.get(name);
    if (!was) add('added', name, undefined, is, `Beispiel ${quoted(name)} ist neu.`);
    else if (canonical(was) !== canonical(is))
      add('changed', name, was, is, `Beispiel ${quoted(name)} ist geändert: ${whatChanged(was, is)}.`);
  }
  for (const [name, was] of old) if (!now.has(name)) add('removed', name, was, undefined, `Beispiel ${quoted(name)} entfällt.`);
  const moved = movedIn([...old.keys()], [...now.keys()]);
  if (found.length === 0 && moved.length > 0)
    found.push({
      path,
      kind: 'dmn',
      how: 'moved',
      elementId: '',
      place: 'Beispiele',
      aspect: 'order',
      before: null,
      after: null,
      words: 'Die Beispiele stehen nur in anderer Reihenfolge.',
      class: 'layout',
      legal: false,
    });
  return found;
};

const whatChanged = (was: Example, is: Example): string => {
  const same = (key: keyof Example): boolean => canonical(was[key]) === canonical(is[key]);
  const parts = [
    same('input') ? '' : 'andere Eingaben',
    same('output') ? '' : 'andere erwartete Antwort',
    same('decision') ? '' : 'andere Entscheidung',
  ];
  return parts.filter(Boolean).join(' und ') || 'andere Angaben';
};
