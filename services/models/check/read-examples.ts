/** One example of a table as its file has it; what it lacks is told by whoever reads the bundle. */
export type ReadExample = { name?: unknown; decision?: unknown; input?: unknown; output?: unknown };

/** The examples beside a table (`x.vectors.json`). A text that is no list of examples has none; what is wrong with it is told by whoever reads the bundle. */
export const readExamples = (text: string | undefined): ReadExample[] => {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? read.filter((each) => typeof each === 'object' && each !== null) : [];
  } catch {
    return [];
  }
};
