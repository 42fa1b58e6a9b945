import type { ModelText } from '../../../services/models/check/check-files.ts';

/** One slip in one file: what it is called, where, and the whole text after it. */
export type Mutant = { kind: string; path: string; what: string; content: string };

type Make = (path: string, content: string) => Mutant[];

/** A slip of the keys: a letter doubled, left out or swapped with the next. Codes keep their shape. */
const slips = (word: string, at: number): string => {
  const index = 1 + (at % Math.max(1, word.length - 2));
  const kinds = [
    word.slice(0, index) + word.charAt(index) + word.slice(index),
    word.slice(0, index) + word.slice(index + 1),
    word.slice(0, index) + word.charAt(index + 1) + word.charAt(index) + word.slice(index + 2),
  ];
  return kinds.find((each, step) => step >= at % 3 && each !== word) ?? `${word}X`;
};

const renamed = (word: string): string => `${word}Neu`;

const replaceAt = (content: string, index: number, length: number, by: string): string =>
  content.slice(0, index) + by + content.slice(index + length);

/** Each place a pattern finds; its first group is what slips. */
const eachPlace =
  (
    kind: string,
    pattern: RegExp,
    change: (word: string, at: number) => string,
    say = (word: string, by: string) => `${word} → ${by}`,
  ): Make =>
  (path, content) =>
    [...content.matchAll(pattern)].flatMap((match) => {
      const word = match.groups?.word;
      if (!word || match.index === undefined) return [];
      const start = match.index + match[0].lastIndexOf(word);
      const by = change(word, match.index);
      return by === word ? [] : [{ kind, path, what: say(word, by), content: replaceAt(content, start, word.length, by) }];
    });

const without =
  (kind: string, pattern: RegExp): Make =>
  (path, content) =>
    [...content.matchAll(pattern)].map((match) => ({
      kind,
      path,
      what: `without ${match[0].replaceAll(/\s+/g, ' ').trim()}`,
      content: replaceAt(content, match.index ?? 0, match[0].length, ''),
    }));

/** The same name wherever it stands in the file, so that the file by itself stays whole. */
const everywhere =
  (kind: string, pattern: RegExp, ends: string): Make =>
  (path, content) =>
    [...new Set([...content.matchAll(pattern)].flatMap(({ groups }) => groups?.word ?? []))].map((word) => ({
      kind,
      path,
      what: `${word} → ${renamed(word)}, in the whole file`,
      content: content.replaceAll(new RegExp(`(?<![\\w-])${word}(?=${ends})`, 'g'), renamed(word)),
    }));

const feelName = /(?<![\w."-])(?<word>[a-z][A-Za-z0-9]{2,})(?![\w"(-]| case)/g;
const feelWords =
  /^(?:null|true|false|and|not|then|else|some|satisfies|contains|list|count|lower|case|upper|for|return|every|between|max|min|decimal)$/;

/** Names and codes inside the FEEL of one kind of place. */
const inFeel =
  (kind: string, place: RegExp, inner: RegExp, change: (word: string, at: number) => string): Make =>
  (path, content) =>
    [...content.matchAll(place)].flatMap((match) => {
      const feel = match.groups?.feel ?? '';
      const offset = (match.index ?? 0) + match[0].indexOf(feel);
      return [...feel.matchAll(inner)].flatMap((found) => {
        const word = found.groups?.word ?? '';
        if (!word || feelWords.test(word)) return [];
        const by = change(word, found.index ?? 0);
        const at = offset + (found.index ?? 0) + found[0].indexOf(word);
        return [{ kind, path, what: `${word} → ${by} in ${feel.slice(0, 60)}`, content: replaceAt(content, at, word.length, by) }];
      });
    });

const feelCode = /(?:"|&#34;)(?<word>[A-Za-z][\w()]{1,})(?:"|&#34;)/g;
const formCode = /\\"(?<word>[A-Z][A-Z0-9_]+)\\"/g;

const bpmn: Make[] = [
  inFeel('variable of a condition', /conditionExpression[^>]*>=(?<feel>[^<]*)</g, feelName, slips),
  inFeel('code of a condition', /conditionExpression[^>]*>=(?<feel>[^<]*)</g, feelCode, slips),
  inFeel('variable of a timer', /timeDate[^>]*>=(?<feel>[^<]*)</g, feelName, slips),
  inFeel('variable of a mapping', /<zeebe:(?:input|output) source=(?:"=(?<feel>[^"]*)")/g, feelName, slips),
  inFeel('variable of a mapping', /<zeebe:(?:input|output) source='=(?<feel>[^']*)'/g, feelName, slips),
  inFeel('code of a mapping', /<zeebe:(?:input|output) source='=(?<feel>[^']*)'/g, feelCode, slips),
  inFeel('variable of a group or due date', /(?:candidateGroups|dueDate)=(?:"=(?<feel>[^"]*)")/g, feelName, slips),
  inFeel('variable of a group or due date', /(?:candidateGroups|dueDate)='=(?<feel>[^']*)'/g, feelName, slips),
  inFeel('group', /candidateGroups='=(?<feel>[^']*)'/g, /"(?<word>[a-z]+)-?"/g, slips),
  eachPlace('target of an input', /<zeebe:input source=[^>]*target="(?<word>\w+)"/g, slips),
  eachPlace('target of an output', /<zeebe:output source=[^>]*target="(?<word>\w+)"/g, slips),
  without('input', /\s*<zeebe:input [^>]*\/>/g),
  without('output', /\s*<zeebe:output [^>]*\/>/g),
  without('condition', /\s*<bpmn:conditionExpression[\s\S]*?<\/bpmn:conditionExpression>/g),
  eachPlace('result of a table', /resultVariable="(?<word>\w+)"/g, slips),
  eachPlace('table', /decisionId="(?<word>[\w-]+)"/g, slips),
  eachPlace('form', /formId="(?<word>[\w-]+)"/g, slips),
  eachPlace('called process', /calledElement processId="(?<word>[a-z][\w-]+)"/g, slips),
  eachPlace('job type', /taskDefinition type="(?<word>[\w-]+)"/g, slips),
  eachPlace('message', /<bpmn:message id="\w+" name="(?<word>[\w-]+)"/g, slips),
  eachPlace('key of a message', /correlationKey="=(?<word>\w+)"/g, slips),
  eachPlace('purpose', /property name="aufgabe" value="(?<word>[\w-]+)"/g, slips),
  eachPlace('author', /property name="verfasst" value="(?<word>\w+)"/g, slips),
  without('purpose', /\s*<zeebe:property name="(?:aufgabe|verfasst)" [^>]*\/>/g),
  eachPlace('skill', /property name="skill" value="(?<word>[\w-]+)"/g, slips),
  eachPlace('id of an element in one place', /<bpmn:\w+(?:Task|Gateway|Event|callActivity|subProcess) id="(?<word>\w+)"/g, slips),
  everywhere('id of an element', /<bpmn:(?:\w+(?:Task|Gateway|Event)|callActivity|subProcess) id="(?<word>\w+)"/g, '["_]|, '),
];

const dmn: Make[] = [
  inFeel('code of a row', /<(?:inputEntry)[^>]*>\s*<text>(?<feel>[^<]*)<\/text>/g, feelCode, slips),
  inFeel('code of a result', /<(?:outputEntry)[^>]*>\s*<text>(?<feel>[^<]*)<\/text>/g, /"(?<word>[A-Za-z][\w-]+)"/g, slips),
  eachPlace('variable of a column', /<inputExpression[^>]*>\s*<text>(?<word>\w+)<\/text>/g, slips),
  eachPlace('name of a result', /<output [^>]*name="(?<word>\w+)"/g, slips),
  everywhere('name of a result', /<output [^>]*name="(?<word>\w+)"/g, '"'),
  eachPlace('id of a table', /<decision id="(?<word>[\w-]+)"/g, slips),
  inFeel('variable of a result', /<(?:outputEntry)[^>]*>\s*<text>(?<feel>[^<]*)<\/text>/g, feelName, slips),
  without('row', /\s*<rule id=[\s\S]*?<\/rule>/g),
];

const form: Make[] = [
  eachPlace('key of a field', /"(?:key|path)": "(?<word>\w+)"/g, slips),
  inFeel(
    'variable of a form',
    /"hide": "=(?<feel>(?:[^"\\]|\\.)*)"/g,
    /(?<![\w.\\"])(?<word>[a-z][A-Za-z0-9]{2,})(?![\w"(\\]| case)/g,
    slips,
  ),
  inFeel('code of a form', /"hide": "=(?<feel>(?:[^"\\]|\\.)*)"/g, formCode, slips),
  inFeel('variable of a text', /"text": "(?<feel>(?:[^"\\]|\\.)*)"/g, /\{\{(?<word>[a-z]\w+)\}\}/g, slips),
  eachPlace('choice of a field', /"value": "(?<word>[A-Z][A-Z0-9_]+)"/g, slips),
  eachPlace('mark for the engine', /"engine": "(?<word>true)"/g, () => 'false'),
  eachPlace('id of a form', /^\{\s*"id": "(?<word>[\w-]+)"|"type": "default",\s*"id": "(?<word2>[\w-]+)"/g, slips),
];

const text: Make[] = [
  eachPlace('placeholder of a letter', /\{\{(?:liste:)?(?<word>[a-zA-Z]+)\}\}/g, slips),
  eachPlace('type of a letter', /^type: (?<word>[\w-]+)$/gm, slips),
  eachPlace('link of an article', /^(?:prozess|schritt|owner): (?<word>[\w-]+)$/gm, slips),
];

const makersOf = (path: string): Make[] => {
  if (path.endsWith('.bpmn')) return bpmn;
  if (path.endsWith('.dmn')) return dmn;
  if (path.endsWith('.form')) return form;
  return path.endsWith('.md') ? text : [];
};

/** Every slip of these kinds in every live model, in the order of files. */
export const allMutants = (files: readonly ModelText[]): Mutant[] =>
  files.flatMap(({ path, content }) => makersOf(path).flatMap((make) => make(path, content)));

/** Always the same numbers for the same seed (mulberry32). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** As many of each kind as of any other, as far as there are: rare slips are tried as often as common ones. */
export const sample = (mutants: readonly Mutant[], count: number, seed: number): Mutant[] => {
  const random = randomOf(seed);
  const kinds = [...Map.groupBy(mutants, ({ kind }) => kind).values()].map((all) =>
    all.map((each) => ({ each, at: random() })).sort((a, b) => a.at - b.at),
  );
  const taken: Mutant[] = [];
  for (let round = 0; taken.length < count && kinds.some((all) => all.length > round); round += 1)
    for (const all of kinds) {
      const next = all[round];
      if (next && taken.length < count) taken.push(next.each);
    }
  return taken;
};
