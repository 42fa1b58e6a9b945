import { lookUp } from '../look-up.ts';
import type { ChangeClass, Words } from './difference.ts';
import { sameUpToLiterals } from './literals.ts';
import { quoted, sameWords, sayFeel, sayTextChange } from './quote.ts';

/** What a part of a field is to people, and how its change is said. */
export type FieldRule = {
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
const text = (aspect: string, where: string): FieldRule => ({
  aspect,
  class: 'text',
  text: true,
  say: (place, before, after) => sayTextChange(`${where} bei „${place}“`, before, after),
});
const label: FieldRule = {
  aspect: 'label',
  class: 'text',
  text: true,
  say: (place, before, after) =>
    before !== null && after !== null ? `${place} heißt jetzt ${quoted(after)}.` : fromTo('Beschriftung')(place, before, after),
};

const kinds: Record<string, string> = {
  textfield: 'Text',
  textarea: 'Freitext',
  number: 'Zahl',
  datetime: 'Datum',
  select: 'Auswahlliste',
  radio: 'Auswahl',
  checkbox: 'Ja/Nein',
  checklist: 'Mehrfachauswahl',
  dynamiclist: 'Liste',
  filepicker: 'Datei',
  text: 'Hinweistext',
  group: 'Abschnitt',
};

const rules: Record<string, FieldRule> = {
  label,
  dateLabel: label,
  timeLabel: label,
  description: text('description', 'In der Erläuterung'),
  text: text('text', 'Im Text'),
  type: {
    aspect: 'type',
    class: 'rule',
    say: (place, before, after) =>
      fromTo('Art des Feldes')(place, lookUp(kinds, before ?? '') ?? before, lookUp(kinds, after ?? '') ?? after),
  },
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

export const ruleOf = (key: string): FieldRule => {
  const found = lookUp(rules, key);
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

/** How much a change can do. */
export const weighField = (rule: FieldRule, key: string, before: string | null, after: string | null): ChangeClass => {
  if (rule.text && sameWords(before, after)) return 'layout';
  // A choice keeps its meaning when only its wording changes.
  if (key.startsWith('option[') && before !== null && after !== null) return 'text';
  if (rule.class !== 'rule') return rule.class;
  if (isNumber(before) && isNumber(after)) return 'number';
  return rule.aspect === 'condition' && sameUpToLiterals(before, after) ? 'number' : 'rule';
};
