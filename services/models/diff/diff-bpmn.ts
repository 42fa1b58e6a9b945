import { readXml } from '../../reading/index.ts';
import { aspectOf, isMereDrawing, weigh } from './bpmn-aspects.ts';
import { placeOf, subjectOf } from './bpmn-names.ts';
import { type BpmnIndex, indexBpmn, isDrawing, type Owner } from './bpmn-owners.ts';
import { sayAdded, sayChange, sayRemoved } from './bpmn-sentences.ts';
import { diffDrawing } from './diff-drawing.ts';
import type { ChangeClass, Difference, Words } from './difference.ts';
import { isLegalBlock } from './law.ts';
import { sameWords } from './quote.ts';
import { changedKeys, movedIn } from './read-facets.ts';

const empty = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>';

const isOrder = (key: string): boolean => /^(?:order|inputOrder|outputOrder)$/.test(key);

const classOfThing = (type: string): ChangeClass =>
  isMereDrawing(type) ? 'text' : /^(?:message|error|signal|escalation|itemDefinition)$/.test(type) ? 'rule' : 'flow';

/** A thing that rests on the law, keeps a time limit or speaks of a section. */
const isLegalThing = ({ facets, type }: Owner): boolean =>
  [...facets].some(([key, value]) => weigh(aspectOf(key, type), value, null).legal);

/** All differences of two BPMN texts the strict parser accepts; an empty text is a model without anything. */
export const diffBpmn = (path: string, beforeText: string | null, afterText: string | null, words: Words): Difference[] => {
  const old = indexBpmn(readXml(beforeText ?? empty));
  const now = indexBpmn(readXml(afterText ?? empty));
  const inBlock = isLegalBlock(path);
  const found: Difference[] = [];
  const add = (one: Omit<Difference, 'path' | 'kind'>): void => {
    found.push({ path, kind: 'bpmn', ...one, legal: one.legal || (inBlock && one.class !== 'text' && one.class !== 'layout') });
  };

  /** The same step under another id is a new one to the engine, to the history and to running cases. */
  const twinOf = (other: BpmnIndex, mine: BpmnIndex, owner: Owner): Owner | undefined => {
    const title = owner.element.attributes.name;
    return title
      ? [...other.owners.values()].find(
          (each) => each.type === owner.type && each.element.attributes.name === title && !mine.owners.has(each.id),
        )
      : undefined;
  };
  const sayThing = (owner: Owner, how: 'added' | 'removed', subject: string): string => {
    const twin = twinOf(how === 'added' ? old : now, how === 'added' ? now : old, owner);
    if (!twin || owner.type === 'sequenceFlow') return how === 'added' ? sayAdded(subject, owner.type) : sayRemoved(subject);
    return how === 'added'
      ? `${subject} hat jetzt die Kennung ${owner.id}, bisher ${twin.id}: Verlauf und Zahlen beginnen dort neu.`
      : `${subject} gibt es unter der Kennung ${owner.id} nicht mehr.`;
  };

  const addThing = (index: BpmnIndex, owner: Owner, how: 'added' | 'removed'): void => {
    const subject = subjectOf(index, owner);
    const title = owner.element.attributes.name ?? owner.id;
    add({
      how,
      elementId: owner.id,
      place: placeOf(index, owner),
      aspect: 'element',
      before: how === 'removed' ? title : null,
      after: how === 'added' ? title : null,
      words: sayThing(owner, how, subject),
      class: classOfThing(owner.type),
      legal: isLegalThing(owner),
    });
  };

  const compare = (was: Owner, is: Owner): void => {
    const place = placeOf(now, is);
    const base = { how: 'changed' as const, elementId: is.id, place };
    const names = { type: is.type, was: subjectOf(old, was), subject: subjectOf(now, is), place, old, now, words };
    const compareFacet = (key: string, before: string | null, after: string | null): void => {
      const aspect = aspectOf(key, is.type);
      if (aspect.text && sameWords(before, after)) {
        add({
          ...base,
          aspect: aspect.aspect,
          before,
          after,
          words: `${place}: Der Text ist nur anders umbrochen.`,
          class: 'layout',
          legal: false,
        });
        return;
      }
      const sentence = sayChange({ ...names, aspect, before, after });
      add({ ...base, aspect: aspect.aspect, before, after, words: sentence, ...weigh(aspect, before, after) });
    };
    if (was.type !== is.type) compareFacet('type', was.type, is.type);
    for (const key of changedKeys(was.facets, is.facets)) {
      const before = was.facets.get(key) ?? null;
      const after = is.facets.get(key) ?? null;
      if (isOrder(key) && movedIn((before ?? '').split(' '), (after ?? '').split(' ')).length === 0) continue;
      compareFacet(key, before, after);
    }
  };

  for (const [key, is] of now.owners) {
    const was = old.owners.get(key);
    if (was) compare(was, is);
    else addThing(now, is, 'added');
  }
  for (const [key, was] of old.owners) if (!now.owners.has(key)) addThing(old, was, 'removed');

  const drawings = [old, now].map(({ root }) => root.children.filter(isDrawing)) as [BpmnIndex['root'][], BpmnIndex['root'][]];
  const gone = new Set(found.filter(({ how }) => how !== 'changed').map(({ elementId }) => elementId));
  for (const id of diffDrawing(...drawings, 'bpmnElement')) {
    const owner = now.owners.get(id);
    if (gone.has(id)) continue;
    const named = owner && id !== '' ? subjectOf(now, owner) : 'Die Zeichnung';
    add({
      how: 'moved',
      elementId: owner ? id : '',
      place: owner && id !== '' ? placeOf(now, owner) : 'Zeichnung',
      aspect: 'drawing',
      before: null,
      after: null,
      words: `${named} ist nur anders gezeichnet.`,
      class: 'layout',
      legal: false,
    });
  }
  return found;
};
