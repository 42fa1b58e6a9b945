import { readCatalogue } from '../legal/index.ts';
import { readTemplates } from '../letters/index.ts';
import { makeEntry } from './make-entry.ts';
import type { Entry, LetterPlace, ValuePlace } from './types.ts';

/** What letters say of the law. */
export const readLetters = (): Entry<LetterPlace>[] =>
  [...readTemplates().values()].flatMap((template) => {
    const place = { kind: 'letters' as const, type: template.type, name: template.name ?? template.subject };
    const sources = template.blocks.flatMap((block) => (block.kind === 'liste' ? [] : [block.source]));
    const about = [place.name, template.subject, ...sources].join(' ');
    return [
      ...makeEntry({ ...place, where: 'head' as const }, template.norm, about),
      ...sources.flatMap((source) => makeEntry({ ...place, where: 'text' as const }, source, about)),
    ];
  });

/** The norms the office's numbers rest on, each once however often the number has changed. */
export const readValues = (): Entry<ValuePlace>[] =>
  readCatalogue().werte.flatMap(({ key, label, fassungen }) =>
    [...new Set(fassungen.map((each) => each.norm))].flatMap((norm) =>
      makeEntry({ kind: 'values' as const, key, name: label }, norm, label),
    ),
  );
