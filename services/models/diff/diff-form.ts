import type { ChangeClass, Difference, Words } from './difference.ts';
import { isLegalBlock, isTimeLimit, speaksOfLaw } from './law.ts';
import { sameUpToLiterals } from './literals.ts';
import { quoted, sameWords, sayFeel, sayTextChange, single } from './quote.ts';
import { changedKeys, type Facets, movedIn } from './read-facets.ts';
import { type FormPart, readFormParts } from './read-form-parts.ts';

type Rule = {
  aspect: string;
  class: ChangeClass;
  say: (place: string, before: string | null, after: string | null, words: Words) => string;
  text?: boolean;
};

const say = (value: string | null): string =>
  value === null
    ? 'nichts'
    : value === 'true'
      ? 'ja'
      : value === 'false'
        ? 'nein'
        : /^-?\d+(?:\.\d+)?$/.test(value)
          ? value.replace('.', ',')
          : quoted(value);
const fromTo =
  (noun: string) =>
  (place: string, before: string | null, after: string | null): string =>
    `${place}, ${noun}: bisher ${say(before)}, jetzt ${say(after)}.`;
const text = (aspect: string, where: string): Rule => ({
  aspect,
  class: 'text',
  text: true,
  say: (place, before, after) => sayTextChange(`${where} bei „${place}“`, before, after),
});
const label: Rule = {
  aspect: 'label',
  class: 'text',
  text: true,
  say: (place, before, after) =>
    before !== null && after !== null ? `${place} heißt jetzt ${quoted(after)}.` : fromTo('Beschriftung')(place, before, after),
};

const rules: Record<string, Rule> = {
  label,
  dateLabel: label,
  timeLabel: label,
  description: text('description', 'In der Erläuterung'),
  text: text('text', 'Im Text'),
  type: { aspect: 'type', class: 'rule', say: fromTo('Art des Feldes') },
  key: { aspect: 'key', class: 'rule', say: fromTo('Name der Angabe') },
  path: { aspect: 'key', class: 'rule', say: fromTo('Name der Liste') },
  parent: { aspect: 'container', class: 'text', say: (place) => `${place} steht jetzt in einem anderen Abschnitt.` },
  'validate.required': {
    aspect: 'required',
    class: 'rule',
    say: (place, _before, after) =>
      after === 'true' ? `${place} muss jetzt ausgefüllt werden.` : `${place} muss nicht mehr ausgefüllt werden.`,
  },
  'conditional.hide': {
    aspect: 'condition',
    class: 'rule',
    say: (place, before, after, words) =>
      after === null
        ? `${place} ist jetzt immer zu sehen (bisher verborgen, wenn ${sayFeel(before ?? '', words)}).`
        : before === null
          ? `${place} ist jetzt verborgen, wenn ${sayFeel(after, words)}.`
          : `${place} ist jetzt verborgen, wenn ${sayFeel(after, words)}; bisher, wenn ${sayFeel(before, words)}.`,
  },
  'properties.engine': {
    aspect: 'engine',
    class: 'rule',
    say: (place, _before, after) =>
      after === 'true' ? `${place} wird jetzt an den Ablauf übergeben.` : `${place} wird nicht mehr an den Ablauf übergeben.`,
  },
  'validate.min': { aspect: 'min', class: 'rule', say: fromTo('kleinster Wert') },
  'validate.max': { aspect: 'max', class: 'rule', say: fromTo('größter Wert') },
  'validate.minLength': { aspect: 'minLength', class: 'rule', say: fromTo('kleinste Länge') },
  'validate.maxLength': { aspect: 'maxLength', class: 'rule', say: fromTo('größte Länge') },
  'validate.pattern': { aspect: 'pattern', class: 'rule', say: fromTo('erlaubte Schreibweise') },
  defaultValue: { aspect: 'default', class: 'rule', say: fromTo('Vorbelegung') },
  'properties.vorbelegt': { aspect: 'default', class: 'rule', say: fromTo('Vorbelegt aus früherer Runde') },
  optionOrder: { aspect: 'option', class: 'text', say: (place) => `${place}: Die Auswahlmöglichkeiten stehen in anderer Reihenfolge.` },
};

const ruleOf = (key: string): Rule => {
  const found = rules[key];
  if (found) return found;
  const option = /^option\[(.*)\]$/.exec(key)?.[1];
  if (option !== undefined) {
    return {
      aspect: 'option',
      class: 'rule',
      say: (place, before, after) =>
        before === null
          ? `${place}: Neue Auswahlmöglichkeit ${quoted(after ?? '')}.`
          : after === null
            ? `${place}: Die Auswahlmöglichkeit ${quoted(before)} entfällt.`
            : `${place}: Die Auswahlmöglichkeit ${quoted(before)} heißt jetzt ${quoted(after)}.`,
    };
  }
  if (/^layout\.|^appearance\./.test(key))
    return { aspect: 'drawing', class: 'layout', say: (place) => `${place} ist nur anders angeordnet.` };
  if (/^(?:exporter|schemaVersion)/.test(key))
    return { aspect: 'tool', class: 'layout', say: (place) => `${place}: Die Fassung des Werkzeugs ist eine andere.` };
  return { aspect: key, class: 'rule', say: fromTo(`Angabe „${key}“`) };
};

const isNumber = (value: string | null): boolean => value !== null && /^-?\d+(?:\.\d+)?$/.test(value);

const weigh = (rule: Rule, key: string, before: string | null, after: string | null): ChangeClass => {
  if (rule.text && sameWords(before, after)) return 'layout';
  // A choice keeps its meaning when only its wording changes.
  if (key.startsWith('option[') && before !== null && after !== null) return 'text';
  if (rule.class !== 'rule') return rule.class;
  if (isNumber(before) && isNumber(after)) return 'number';
  return rule.aspect === 'condition' && sameUpToLiterals(before, after) ? 'number' : 'rule';
};

export const diffForm = (path: string, beforeText: string | null, afterText: string | null, words: Words): Difference[] => {
  const old = readFormParts(beforeText ?? '{}');
  const now = readFormParts(afterText ?? '{}');
  const found: Difference[] = [];
  const inBlock = isLegalBlock(path);
  const add = (
    part: FormPart,
    one: Pick<Difference, 'how' | 'aspect' | 'before' | 'after' | 'words' | 'class'>,
    texts: (string | null)[],
    isLimit = false,
  ): void => {
    const works = one.class !== 'text' && one.class !== 'layout';
    const legal = (one.class !== 'layout' && speaksOfLaw(...texts)) || (works && (inBlock || isLimit));
    found.push({ path, kind: 'form', elementId: part.key, place: part.place, ...one, legal });
  };
  const textsOf = (facets: Facets): string[] => [...facets.values()];

  for (const [id, is] of now) {
    const was = old.get(id);
    if (!was) {
      add(
        is,
        {
          how: 'added',
          aspect: 'field',
          before: null,
          after: is.title,
          words: `${is.place} kommt hinzu.`,
          class: is.isText ? 'text' : 'rule',
        },
        textsOf(is.facets),
        isTimeLimit(is.key),
      );
      continue;
    }
    for (const key of changedKeys(was.facets, is.facets)) {
      const [before, after] = [was.facets.get(key) ?? null, is.facets.get(key) ?? null];
      const rule = ruleOf(key);
      if (key === 'optionOrder' && movedIn((before ?? '').split('\n'), (after ?? '').split('\n')).length === 0) continue;
      // Rows and columns of the picture are one remark.
      if (rule.aspect === 'drawing' && found.some((each) => each.aspect === 'drawing' && each.elementId === is.key)) continue;
      const place = rule.aspect === 'label' ? was.place : is.place;
      const sentence =
        weigh(rule, key, before, after) === 'layout' && rule.text
          ? `${place}: Der Text ist nur anders umbrochen.`
          : rule.say(place, before, after, words);
      add(
        is,
        { how: 'changed', aspect: rule.aspect, before, after, words: sentence, class: weigh(rule, key, before, after) },
        rule.text || rule.aspect === 'option' ? [before, after] : [],
        isTimeLimit(is.key),
      );
    }
  }
  for (const [id, was] of old)
    if (!now.has(id))
      add(
        was,
        {
          how: 'removed',
          aspect: 'field',
          before: was.title,
          after: null,
          words: `${was.place} entfällt.`,
          class: was.isText ? 'text' : 'rule',
        },
        textsOf(was.facets),
        isTimeLimit(was.key),
      );
  const order = [...now.keys()];
  for (const id of movedIn([...old.keys()], order)) {
    const [part, was] = [now.get(id), old.get(id)];
    const after = order[order.indexOf(id) + 1];
    const next = after ? now.get(after) : undefined;
    if (!part || !was) continue;
    const where = next ? `vor ${single(next.title)}` : 'am Ende';
    add(
      part,
      { how: 'changed', aspect: 'order', before: null, after: null, words: `${part.place} steht jetzt ${where}.`, class: 'text' },
      [],
    );
  }
  return found;
};
