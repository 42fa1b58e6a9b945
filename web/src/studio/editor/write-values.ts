const isPlain = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** `{ sachgebiet: 'SG4', los: 0 }` → `sachgebiet: "SG4"` and `los: 0`, a line each; anything else as JSON. */
export const writeValues = (value: unknown): string =>
  isPlain(value)
    ? Object.entries(value)
        .map(([name, each]) => `${name}: ${JSON.stringify(each)}`)
        .join('\n')
    : JSON.stringify(value);

const readOne = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** What a person has typed; words need no quotation marks. Undefined if it cannot be read. */
export const readValues = (text: string): { value: unknown } | undefined => {
  const whole = readOne(text);
  if (whole !== undefined) return { value: whole };
  const value: Record<string, unknown> = {};
  for (const line of text.split('\n').filter((each) => each.trim())) {
    const parts = /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*:\s*(.*?)\s*$/u.exec(line);
    if (!parts?.[1] || parts[2] === undefined) return undefined;
    const read = readOne(parts[2]);
    if (read === undefined && /^["[{]/.test(parts[2])) return undefined;
    value[parts[1]] = read === undefined ? parts[2] : read;
  }
  return { value };
};
