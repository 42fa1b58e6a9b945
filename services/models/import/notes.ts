/** What an import left out or changed, gathered so that a hundred equal things are one sentence. */
export type Notes = { count: (what: string, example?: string) => void; say: (sentence: string) => void; list: () => string[] };

export const createNotes = (): Notes => {
  const sentences: string[] = [];
  const counted = new Map<string, { count: number; examples: Set<string> }>();
  return {
    count(what, example) {
      const known = counted.get(what) ?? { count: 0, examples: new Set<string>() };
      known.count += 1;
      if (example && known.examples.size < 4) known.examples.add(example);
      counted.set(what, known);
    },
    say(sentence) {
      if (!sentences.includes(sentence)) sentences.push(sentence);
    },
    list: () => [
      ...sentences,
      ...[...counted].map(([what, { count, examples }]) => {
        const shown = examples.size > 0 ? `, zum Beispiel ${[...examples].join(', ')}` : '';
        return `${what} (${count}×${shown}).`;
      }),
    ],
  };
};
