export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an entry of a list is known by: fields by their id, choices by their value. */
const nameOf = (value: Json): string | undefined => {
  const name = isObject(value) ? (value.id ?? value.value) : undefined;
  return typeof name === 'string' ? name : undefined;
};

/**
 * What the editor has saved, with the keys of each part in the order they were written in; new ones follow. Lists keep the order people gave them. So the
 * difference of two releases is what people have changed.
 */
export const keepOrder = (before: Json | undefined, after: Json): Json => {
  if (Array.isArray(after)) {
    const old = Array.isArray(before) ? before : [];
    const named = new Map(old.flatMap((each) => (nameOf(each) === undefined ? [] : [[nameOf(each), each] as const])));
    return after.map((each, index) => keepOrder(nameOf(each) === undefined ? old[index] : named.get(nameOf(each)), each));
  }
  if (!isObject(after)) return after;
  const old = isObject(before) ? before : {};
  const keys = [
    ...Object.keys(old).filter((key) => Object.hasOwn(after, key)),
    ...Object.keys(after).filter((key) => !Object.hasOwn(old, key)),
  ];
  return Object.fromEntries(keys.map((key) => [key, keepOrder(old[key], after[key] as Json)]));
};
