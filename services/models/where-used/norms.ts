import { citeNorm, listNamedNorms } from '../../legal/index.ts';
import type { World } from '../check/promises/world.ts';
import { atNode, byProgram, type Use } from './use.ts';

const kept = new Map<string, string[]>();

/** Sections a text names, as they are cited. */
export const normsIn = (text: string): string[] => {
  const known = kept.get(text) ?? [...new Set(listNamedNorms(text).map(({ law, section }) => citeNorm({ law, section })))];
  if (kept.size > 2_000) kept.clear();
  kept.set(text, known);
  return known;
};

/** Steps and processes that rest on a norm, and the letters and articles that name it. */
export const usesOfNorm = ({ set }: World, name: string): Use[] => {
  const names = (text: string | undefined): boolean => text !== undefined && normsIn(text).includes(name);
  return [
    ...set.flows.flatMap((file) => [
      ...(names(file.flow.properties.norm)
        ? [{ path: file.path, elementId: '', elementName: file.flow.name, how: 'beruht als Ablauf darauf' }]
        : []),
      ...file.flow.nodes.filter(({ properties }) => names(properties.norm)).map((node) => atNode(file, node, 'beruht darauf')),
    ]),
    ...set.letters.flatMap(({ content, template }) =>
      template && names(content) ? [byProgram(`nennt das Schreiben „${template.name ?? template.subject}“`)] : [],
    ),
    ...set.articles.flatMap(({ content, article }) =>
      article && names(content) ? [byProgram(`nennt der Artikel „${article.content.title}“`)] : [],
    ),
  ];
};
