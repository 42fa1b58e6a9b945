import { bracketsOf, isMark, partsIn, type Token } from './feel-tokens.ts';

/** Functions whose second argument is a regular expression, with the names it may be given by. */
const searching: Record<string, string> = { matches: 'pattern', replace: 'pattern', split: 'delimiter', extract: 'pattern' };

/** The engine tries every way a text can be cut; two parts of open length are as many as any text may be cut into. */
const openParts = 2;

const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})/;
const isOpen = (found: string): boolean => /^[*+]|,\}$/.test(found) || Number(/\d+\}$/.exec(found)?.[0].slice(0, -1) ?? 0) > 100;

type Group = { repeats: boolean; chooses: boolean };

/** Why a pattern could keep the engine busy for ever with a short text: a repetition inside a repeated group, a choice inside one, or too many. */
const findTrap = (pattern: string): string | undefined => {
  const groups: Group[] = [{ repeats: false, chooses: false }];
  let closed: Group | undefined;
  let open = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at] as string;
    const repeated = quantifier.exec(pattern.slice(at))?.[0];
    const group = groups.at(-1) as Group;
    if (repeated) {
      if (isOpen(repeated)) open += 1;
      if (closed && repeated !== '?') {
        if (closed.repeats) return 'wiederholt eine Gruppe, in der schon wiederholt wird';
        if (closed.chooses) return 'wiederholt eine Gruppe, in der gewählt wird';
      }
      group.repeats = true;
      at += repeated.length - 1;
      closed = undefined;
      continue;
    }
    closed = undefined;
    if (sign === '\\') {
      if (/[1-9k]/.test(pattern[at + 1] ?? '')) return 'verweist auf etwas, das schon gefunden ist';
      at += 1;
    } else if (sign === '[') {
      // A class is one sign, whatever stands in it.
      const end = pattern.slice(at + 2).search(/(?<!\\)\]/);
      if (end < 0) return 'ist nicht zu Ende geschrieben';
      at += end + 2;
    } else if (sign === '(') groups.push({ repeats: false, chooses: false });
    else if (sign === ')' && groups.length > 1) {
      closed = groups.pop() as Group;
      const around = groups.at(-1) as Group;
      around.repeats ||= closed.repeats;
      around.chooses ||= closed.chooses;
    } else if (sign === '|') group.chooses = true;
  }
  return open > openParts ? `hat ${open} Teile ohne feste Länge (erlaubt ${openParts})` : undefined;
};

/** Texts may hide signs behind codes: `"\u0028a+\u0029+"`. */
const readings = (literal: string): string[] => {
  const raw = literal.slice(1, -1);
  const decoded = raw
    .replaceAll(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{6})/g, (_, short?: string, long?: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(short ?? long ?? '0', 16))),
    )
    .replaceAll(/\\(["\\'])/g, '$1');
  return [raw, decoded];
};

const patternOf = (parts: readonly Token[][], name: string): Token[] => {
  const named = parts.find(([key, colon]) => key?.text === name && isMark(colon, ':'));
  return named ? named.slice(2) : (parts[1] ?? []);
};

/** Why a search in a text could run for ever; undefined if it cannot. */
export const findBacktracking = (tokens: readonly Token[]): string | undefined => {
  const brackets = bracketsOf(tokens);
  for (const [index, token] of tokens.entries()) {
    // A word of the grammar may stick to it in front: `returnmatches(…)`.
    const called =
      token.kind === 'name' && isMark(tokens[index + 1], '(') && Object.keys(searching).find((name) => token.text.endsWith(name));
    if (!called) continue;
    const pattern = patternOf(partsIn(tokens, brackets, index + 1), searching[called] as string);
    const [literal] = pattern;
    if (pattern.length === 0) continue;
    if (pattern.length > 1 || literal?.kind !== 'text') return `sucht mit einem berechneten Muster (${called})`;
    for (const reading of readings(literal.text)) {
      const trap = findTrap(reading);
      if (trap) return `sucht mit einem Muster, das ${trap} (${literal.text})`;
    }
  }
  return undefined;
};
