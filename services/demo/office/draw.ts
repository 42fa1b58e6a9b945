/** Numbers that look like chance and are the same at every start (mulberry32). */
export type Draw = {
  /** 0 ≤ n < below. */
  number(below: number): number;
  one<T>(list: readonly T[]): T;
};

export const createDraw = (seed: number): Draw => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number): number => Math.floor(next() * below);
  return {
    number,
    one: <T>(list: readonly T[]): T => {
      const found = list[number(list.length)];
      if (found === undefined) throw new Error('nothing to draw from');
      return found;
    },
  };
};

/** `count` of the names, as often as their weights say, spread evenly over the list: every large weight comes, small ones now and then. */
export const spread = (weights: Record<string, number>, count: number): string[] => {
  const total = Object.values(weights).reduce((sum, each) => sum + each, 0);
  const taken: string[] = [];
  let sum = 0;
  for (const [name, weight] of Object.entries(weights)) {
    sum += weight;
    while (taken.length < count && (taken.length + 0.5) * (total / count) < sum) taken.push(name);
  }
  return taken;
};
