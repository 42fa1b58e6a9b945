import { isPrefix, isUnordered, meaningOf, readWritten, type Written } from './read-written.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '\n': '&#10;', '\t': '&#9;', '\r': '&#13;' };

/** Expressions hold quotes; in single quotes they can be read. */
const quote = (value: string): string => {
  const plain = value.replace(/[&<\n\t\r]/g, (found) => escapes[found] ?? found);
  return plain.includes('"') && !plain.includes("'") ? `'${plain}'` : `"${plain.replaceAll('"', '&quot;')}"`;
};

const kindOf = ({ uri, name }: Written): string => `${uri} ${name}`;

/** Who is who among children: by id, by meaning, and what is left by kind, in order. New → old. */
const pair = (before: readonly Written[], after: readonly Written[]): Map<Written, Written> => {
  const pairs = new Map<Written, Written>();
  const used = new Set<Written>();
  const match = (keyOf: (element: Written) => string | undefined): void => {
    const open = before.filter((each) => !used.has(each) && keyOf(each) !== undefined);
    const olds = Map.groupBy(open, keyOf);
    for (const next of after) {
      if (pairs.has(next)) continue;
      const old = olds.get(keyOf(next))?.shift();
      if (!old) continue;
      pairs.set(next, old);
      used.add(old);
    }
  };
  match((each) => (each.attributes.has('id') ? `${kindOf(each)} ${each.attributes.get('id')}` : undefined));
  match(meaningOf);
  match(kindOf);
  return pairs;
};

/** Children in the order they were written in; new ones stand behind whom they follow. */
const inOldOrder = (before: readonly Written[], after: readonly Written[], pairs: ReadonlyMap<Written, Written>): Written[] => {
  const place = new Map(before.map((each, index) => [each, index]));
  const placeOf = (each: Written): number => place.get(pairs.get(each) as Written) ?? 0;
  const order = after.filter((each) => pairs.has(each)).toSorted((a, b) => placeOf(a) - placeOf(b));
  for (const [index, each] of after.entries()) {
    if (pairs.has(each)) continue;
    const leader = after[index - 1];
    order.splice(leader ? order.indexOf(leader) + 1 : 0, 0, each);
  }
  return order;
};

const isBlank = (text: string): boolean => text.trim() === '';
const lineOf = (gap: string): string => gap.slice(gap.lastIndexOf('\n') + 1).replace(/\S.*/s, '');

const createWriter = (old: string, fresh: string, unit: string) => {
  const gapBefore = (element: Written): string => {
    const { parent } = element;
    if (!parent) return '';
    const previous = parent.children[parent.children.indexOf(element) - 1];
    return old.slice(previous ? previous.end : parent.tagEnd, element.start);
  };

  /** `<name a="b"`, as it was where nothing has changed. */
  const openTag = (before: Written, after: Written): string => {
    const raw = old.slice(before.start, before.tagEnd).replace(/\s*\/?>$/, '');
    const written = [...raw.matchAll(/(\s+)([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)];
    const kept = written.flatMap(([all, space = ' ', name = '']) => {
      const value = after.attributes.get(name) ?? (isPrefix(name) ? before.attributes.get(name) : undefined);
      if (value === undefined) return [];
      return value === before.attributes.get(name) ? [all] : [`${space}${name}=${quote(value)}`];
    });
    const added = [...after.attributes].filter(([name]) => !before.attributes.has(name)).map(([name, value]) => ` ${name}=${quote(value)}`);
    return `<${before.tag}${kept.join('')}${added.join('')}`;
  };

  const writeNew = (element: Written, indent: string): string => {
    const open = `<${element.tag}${[...element.attributes].map(([name, value]) => ` ${name}=${quote(value)}`).join('')}`;
    if (element.children.length === 0) {
      const inner = fresh.slice(element.tagEnd, element.closeStart);
      return inner === '' ? `${open} />` : `${open}>${inner}</${element.tag}>`;
    }
    const children = element.children.map((child) => `\n${indent}${unit}${writeNew(child, indent + unit)}`);
    return `${open}>${children.join('')}\n${indent}</${element.tag}>`;
  };

  const write = (before: Written, after: Written, indent: string): string => {
    if (meaningOf(before) === meaningOf(after)) return old.slice(before.start, before.end);
    const open = openTag(before, after);
    if (after.children.length === 0) {
      const same = before.children.length === 0 && before.text === after.text;
      const inner = same ? old.slice(before.tagEnd, before.closeStart) : fresh.slice(after.tagEnd, after.closeStart);
      const tail = before.selfClosing ? (/\s*\/>$/.exec(old.slice(before.start, before.tagEnd))?.[0] ?? ' />') : ' />';
      return isBlank(inner) ? `${open}${tail}` : `${open}>${inner}</${before.tag}>`;
    }
    const pairs = pair(before.children, after.children);
    const order = isUnordered(before) ? inOldOrder(before.children, after.children, pairs) : after.children;
    const gaps = before.children.map(gapBefore);
    const usual = gaps.find(isBlank) ?? `\n${indent}${unit}`;
    const children = order.map((child) => {
      const was = pairs.get(child);
      const gap = was ? gapBefore(was) : usual;
      const inside = lineOf(gap) || `${indent}${unit}`;
      return `${gap}${was ? write(was, child, inside) : writeNew(child, inside)}`;
    });
    const last = before.children.at(-1);
    const tail = last ? old.slice(last.end, before.closeStart) : `\n${indent}`;
    return `${open}>${children.join('')}${tail}</${before.tag}>`;
  };
  return write;
};

const prefixes = (root: Written): Map<string, string> =>
  new Map([...root.attributes].filter(([name]) => isPrefix(name)).map(([name, uri]) => [uri, name]));

/**
 * What a library has saved, in the writing of the text it had opened: what means the same stands where and as it stood, letter by letter, so that the
 * difference of two releases is what people have changed. Returns `after` as it is where the two cannot be brought together.
 */
export const keepWriting = (before: string, after: string): string => {
  try {
    const [old, fresh] = [readWritten(before), readWritten(after)];
    const known = prefixes(old);
    for (const [uri, name] of prefixes(fresh)) if (known.has(uri) && known.get(uri) !== name) return after;
    const [first] = old.children;
    const unit = (first && lineOf(before.slice(old.tagEnd, first.start))) || '  ';
    const written = `${before.slice(0, old.start)}${createWriter(before, after, unit)(old, fresh, '')}${before.slice(old.end)}`;
    return meaningOf(readWritten(written)) === meaningOf(fresh) ? written : after;
  } catch {
    return after;
  }
};
