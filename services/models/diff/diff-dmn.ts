import { readXml } from '../../reading/index.ts';
import { lookUp } from '../look-up.ts';
import { propertyAspect } from './bpmn-aspects.ts';
import { diffDrawing } from './diff-drawing.ts';
import type { Found } from './diff-row.ts';
import { diffTable } from './diff-table.ts';
import type { ChangeClass, Difference, Words } from './difference.ts';
import { speaksOfLaw } from './law.ts';
import { sameUpToLiterals } from './literals.ts';
import { quoted, sameWords, sayDay, sayFeel, sayTextChange, single } from './quote.ts';
import { changedKeys } from './read-facets.ts';
import { type DmnThing, indexDmn } from './read-table.ts';

const empty = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>';

const nouns: Record<string, string> = {
  decision: 'Entscheidung',
  inputData: 'Eingabe',
  businessKnowledgeModel: 'Wissensbaustein',
  knowledgeSource: 'Quelle',
  textAnnotation: 'Notiz',
  association: 'Verbindung',
  itemDefinition: 'Datentyp',
  decisionService: 'Entscheidungsdienst',
};
const placeOf = ({ type, name }: DmnThing): string =>
  type === 'definitions' ? 'Datei' : `${lookUp(nouns, type) ?? 'Element'} ${single(name)}`;

type Say = { aspect: string; words: string; class: ChangeClass; legal?: boolean };
const property = /^extensionElements\/zeebe:properties\/zeebe:property\[(.*?)\](?:@value)?(?:#\d+)?$/;

const day = (value: string | null): string => (value === null ? 'keiner' : sayDay(value));
const sayRelease = (place: string, after: string | null): string =>
  after === 'organisation'
    ? `Die ${place} gilt jetzt als Sache der Organisation: Ihre Änderungen brauchen keine Rechtssachbearbeitung mehr.`
    : `Die ${place} gilt nicht mehr als Sache der Organisation: Ihre Änderungen brauchen jetzt die Rechtssachbearbeitung.`;

/** Notes only tell; every other thing of a file takes part in the decision. */
const classOfThing = ({ type }: DmnThing): ChangeClass => (type === 'textAnnotation' || type === 'association' ? 'text' : 'rule');

/** What a change of a decision outside its table is, in words. */
const describe = (thing: DmnThing, key: string, before: string | null, after: string | null, words: Words): Say => {
  const place = placeOf(thing);
  const say = (value: string | null): string => (value === null ? 'nichts' : quoted(value));
  const fromTo = (noun: string): string => `${place}, ${noun}: bisher ${say(before)}, jetzt ${say(after)}.`;
  const name = property.exec(key)?.[1];
  if (name !== undefined) {
    const aspect = propertyAspect(name);
    if (name === 'freigabe') return { aspect: aspect.aspect, words: sayRelease(place, after), class: aspect.class, legal: true };
    if (name === 'rechtsstand')
      return {
        aspect: aspect.aspect,
        words: `${place}, Rechtsstand: bisher ${day(before)}, jetzt ${day(after)}.`,
        class: aspect.class,
        legal: true,
      };
    return {
      aspect: aspect.aspect,
      words: aspect.text ? sayTextChange(`Im Hinweis bei „${place}“`, before, after) : fromTo(aspect.noun),
      class: aspect.class,
      ...(aspect.legal ? { legal: true } : {}),
    };
  }
  if (key === '@name')
    return {
      aspect: 'name',
      words: `Die ${place.replace(single(thing.name), single(before ?? thing.id))} heißt jetzt ${say(after)}.`,
      class: 'text',
    };
  if (/^description(?:#\d+)?$/.test(key))
    return { aspect: 'documentation', words: sayTextChange(`In der Beschreibung bei „${place}“`, before, after), class: 'text' };
  if (key === 'variable@name') return { aspect: 'outputName', words: fromTo('Name des Ergebnisses'), class: 'rule' };
  if (/^literalExpression\/text/.test(key)) {
    return {
      aspect: 'literalExpression',
      words: `${place}: bisher gilt ${sayFeel(before ?? '', words)}, jetzt ${sayFeel(after ?? '', words)}.`,
      class: sameUpToLiterals(before, after) ? 'number' : 'rule',
    };
  }
  if (/Requirement\/required\w+@href/.test(key)) {
    const target = (href: string | null): string => single((href ?? '').replace(/^#/, ''));
    const noun =
      before === null
        ? `braucht jetzt auch ${target(after)}`
        : after === null
          ? `braucht ${target(before)} nicht mehr`
          : `braucht jetzt ${target(after)} statt ${target(before)}`;
    return { aspect: 'requirement', words: `Die ${place} ${noun}.`, class: 'rule' };
  }
  if (key === 'question' || key === 'allowedAnswers' || (thing.type === 'textAnnotation' && key === 'text'))
    return { aspect: 'annotation', words: sayTextChange(`Bei „${place}“`, before, after), class: 'text' };
  if (/^@exporter/.test(key))
    return { aspect: 'tool', words: `${place}: Das Werkzeug, mit dem gezeichnet wurde, ist ein anderes.`, class: 'layout' };
  const isWord = /(?<!^)@id(?:#\d+)?$/.test(key) || (thing.type === 'definitions' && key === '@namespace');
  return {
    aspect: key,
    words: fromTo(`Angabe „${key}“`),
    class: isWord ? 'text' : classOfThing(thing),
  };
};

/** Changes of the office's own order need no lawyer; all else in a decision applies the law. */
const isLegal = (one: Found, freigabe: string): boolean =>
  one.legal === true ||
  speaksOfLaw(...(one.class === 'layout' ? [] : [one.before, one.after])) ||
  (['number', 'rule', 'flow'].includes(one.class) && freigabe !== 'organisation');

export const diffDmn = (path: string, beforeText: string | null, afterText: string | null, words: Words): Difference[] => {
  const old = indexDmn(readXml(beforeText ?? empty));
  const now = indexDmn(readXml(afterText ?? empty));
  const found: Difference[] = [];
  const addAll = (freigabe: string, list: Found[]): void => {
    for (const one of list) found.push({ path, kind: 'dmn', ...one, legal: isLegal(one, freigabe) });
  };

  for (const [key, is] of now.things) {
    const was = old.things.get(key);
    const place = placeOf(is);
    const base = { elementId: is.id, place };
    if (!was) {
      addAll('', [
        {
          ...base,
          how: 'added',
          aspect: 'element',
          before: null,
          after: is.name,
          words: `${place} kommt hinzu.`,
          class: classOfThing(is),
        },
      ]);
      continue;
    }
    const list: Found[] = [];
    if (was.type !== is.type)
      list.push({
        ...base,
        how: 'changed',
        aspect: 'type',
        before: was.type,
        after: is.type,
        words: `${place} ist von anderer Art.`,
        class: 'rule',
      });
    for (const facet of changedKeys(was.facets, is.facets)) {
      const [before, after] = [was.facets.get(facet) ?? null, is.facets.get(facet) ?? null];
      const said = describe(is, facet, before, after, words);
      const wrapped = said.class === 'text' && facet === 'description' && sameWords(before, after);
      list.push({ ...base, how: 'changed', before, after, ...said, ...(wrapped ? { class: 'layout' as const } : {}) });
    }
    if (was.table && is.table) list.push(...diffTable(is.id, is.name, was.table, is.table, words));
    else if (was.table || is.table)
      list.push({
        ...base,
        how: 'changed',
        aspect: 'logic',
        before: was.table ? 'Tabelle' : 'Ausdruck',
        after: is.table ? 'Tabelle' : 'Ausdruck',
        words: `${place} ist jetzt ${is.table ? 'eine Tabelle' : 'keine Tabelle mehr'}.`,
        class: 'rule',
      });
    addAll(was.freigabe, list);
  }
  for (const [key, was] of old.things) {
    if (now.things.has(key)) continue;
    const place = placeOf(was);
    addAll('', [
      {
        how: 'removed',
        elementId: was.id,
        place,
        aspect: 'element',
        before: was.name,
        after: null,
        words: `${place} entfällt.`,
        class: classOfThing(was),
      },
    ]);
  }
  const gone = new Set(found.filter(({ how }) => how !== 'changed').map(({ elementId }) => `#${elementId}`));
  for (const href of diffDrawing(old.drawings, now.drawings, 'dmnElementRef')) {
    if (gone.has(href.startsWith('#') ? href : `#${href}`)) continue;
    const thing = now.things.get(href.replace(/^#/, ''));
    const place = thing && thing.id !== '' ? placeOf(thing) : 'Zeichnung';
    found.push({
      path,
      kind: 'dmn',
      how: 'moved',
      elementId: thing?.id ?? '',
      place,
      aspect: 'drawing',
      before: null,
      after: null,
      words: `Die ${place} ist nur anders gezeichnet.`,
      class: 'layout',
      legal: false,
    });
  }
  return found;
};
