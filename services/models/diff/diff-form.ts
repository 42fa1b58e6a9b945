import type { Difference, Words } from './difference.ts';
import { ruleOf, weighField } from './form-aspects.ts';
import { isLegalBlock, isTimeLimit, speaksOfLaw } from './law.ts';
import { single } from './quote.ts';
import { changedKeys, type Facets, movedIn } from './read-facets.ts';
import { type FormPart, readFormParts } from './read-form-parts.ts';

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
        weighField(rule, key, before, after) === 'layout' && rule.text
          ? `${place}: Der Text ist nur anders umbrochen.`
          : rule.say(place, before, after, words);
      add(
        is,
        { how: 'changed', aspect: rule.aspect, before, after, words: sentence, class: weighField(rule, key, before, after) },
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
