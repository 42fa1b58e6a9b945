/** What can stand in a variable, as far as its writers say. */
export type Value = {
  /** Literals as FEEL writes them (`"ERTEILT"`, `true`); null: anything. */
  codes: ReadonlySet<string> | null;
  /** Of a context, or of each entry of a list of contexts; null: unknown. */
  fields: ReadonlyMap<string, Value> | null;
  /** On every way up to here somebody has written it, and not null. */
  sure: boolean;
  /** Written in the process itself: on some way, on every way. What a caller hands down is not. */
  own: boolean;
  ownAlways: boolean;
  /** Calls (`path#element`) that do not hand it down. */
  missingIn: ReadonlySet<string>;
};

export type Env = ReadonlyMap<string, Value>;

const none: ReadonlySet<string> = new Set();

export const anything: Value = { codes: null, fields: null, sure: true, own: true, ownAlways: true, missingIn: none };
export const nothing: Value = { ...anything, codes: none, sure: false };
export const oneOf = (codes: Iterable<string>): Value => ({ ...anything, codes: new Set(codes) });
export const contextOf = (fields: ReadonlyMap<string, Value>): Value => ({ ...anything, fields });
export const unsure = (value: Value): Value => ({ ...value, sure: false });

const union = (one: ReadonlySet<string> | null, other: ReadonlySet<string> | null): ReadonlySet<string> | null =>
  one && other ? (one === other ? one : new Set([...one, ...other])) : null;

const mergeFields = (one: Value['fields'], other: Value['fields']): Value['fields'] => {
  if (!one || !other) return null;
  if (one === other) return one;
  return new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((name) => {
      const [left, right] = [one.get(name), other.get(name)];
      return [name, left && right ? merge(left, right) : unsure(left ?? right ?? nothing)];
    }),
  );
};

/** Null alone has no fields and no codes, and takes none from the other. */
const isNull = (value: Value): boolean => value.codes?.size === 0 && value.fields === null;

/** Either of two: two ways come together, or a choice within an expression. */
export const merge = (one: Value, other: Value): Value =>
  one === other
    ? one
    : {
        codes: union(one.codes, other.codes),
        fields: isNull(one) ? other.fields : isNull(other) ? one.fields : mergeFields(one.fields, other.fields),
        sure: one.sure && other.sure,
        own: one.own || other.own,
        ownAlways: one.ownAlways && other.ownAlways,
        missingIn: one.missingIn.size + other.missingIn.size === 0 ? none : new Set([...one.missingIn, ...other.missingIn]),
      };

const absent = (value: Value): Value => (value.sure || value.ownAlways ? { ...value, sure: false, ownAlways: false } : value);

/** Two ways come together: what only one of them has written may be missing. */
export const join = (one: Env, other: Env): Env =>
  new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((name) => {
      const [left, right] = [one.get(name), other.get(name)];
      return [name, left && right ? merge(left, right) : absent(left ?? right ?? nothing)];
    }),
  );

/** Ways that all have been gone: what one of them has written is there. */
export const joinAll = (one: Env, other: Env): Env => {
  const joined = new Map(join(one, other));
  for (const [name, value] of joined) {
    const [left, right] = [one.get(name), other.get(name)];
    joined.set(name, {
      ...value,
      sure: left?.sure === true || right?.sure === true,
      ownAlways: left?.ownAlways === true || right?.ownAlways === true,
    });
  }
  return joined;
};

const sameSet = (one: ReadonlySet<string> | null, other: ReadonlySet<string> | null): boolean =>
  one === other || (one !== null && other !== null && one.size === other.size && [...one].every((each) => other.has(each)));

const sameValue = (one: Value, other: Value | undefined): boolean =>
  other !== undefined &&
  one.sure === other.sure &&
  one.own === other.own &&
  one.ownAlways === other.ownAlways &&
  sameSet(one.codes, other.codes) &&
  sameSet(one.missingIn, other.missingIn) &&
  (one.fields === other.fields || (one.fields !== null && other.fields !== null && sameEnv(one.fields, other.fields)));

export const sameEnv = (one: Env, other: Env | undefined): boolean =>
  other !== undefined &&
  (one === other || (one.size === other.size && [...one].every(([name, value]) => sameValue(value, other.get(name)))));

/** What a called process finds: all the caller sees at the call, and nothing of it is its own. */
export const handDown = (env: Env): Env => new Map([...env].map(([name, value]) => [name, { ...value, own: false, ownAlways: false }]));

/** What several callers hand down. `calls` are their places, in the order of `envs`. */
export const joinCalls = (envs: readonly Env[], calls: readonly string[]): Env => {
  const [first, ...rest] = envs;
  if (!first) return new Map();
  const joined = new Map(rest.reduce(join, first));
  for (const [name, value] of joined) {
    const missing = calls.filter((_, index) => !envs[index]?.has(name));
    if (missing.length > 0) joined.set(name, { ...value, missingIn: new Set([...value.missingIn, ...missing]) });
  }
  return joined;
};
