import { EngineRefused } from './errors.ts';

/**
 * What the engine may be told. It writes its variables into its log, its snapshots and its records, and forgets nobody: so they are ids, codes, days and
 * numbers, and there is no kind for text. Every variable is declared with its kind where it is made: `output` of a worker, the variables of
 * messages (services/cases/messages.ts), a form field marked for the engine. What is not declared, or is not what was declared, is refused before it is sent.
 */
export type VariableKind = 'id' | 'code' | 'codes' | 'accounts' | 'date' | 'number' | 'flag';
/** A list names every code the variable can hold: what a model compares it with is then checked, too. */
export type Declared = Readonly<Record<string, VariableKind | readonly string[]>>;

/** Codes as tables, forms and groups write them: `AE_ERTEILUNG`, `rsb-sg4`, `duldung--0a1b2c3d`, `T4b`, `18g(1)S1`, `userTask_AntragPruefen`. No word of a sentence, and no name. */
const shapes = [
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
  /^[a-z][a-z0-9]*(?:--?[a-z0-9]+)*$/,
  /^T\d[a-z]$/,
  /^\d{1,3}[a-z]?(?:\(\d+[a-z]?\)(?:S\d)?[A-Z]?)*$/,
  /^[a-z][A-Za-z]*_[A-Za-z0-9]+$/,
];
const longest = 60;

const isCode = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= longest && (value === '' || shapes.some((shape) => shape.test(value)));
const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
/** `2026-06-08`, or a moment with `Z` or an offset; nothing where there is no day. */
const isDate = (value: unknown): boolean =>
  value === '' ||
  (typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)(?:\[[A-Za-z/_]+\])?)?$/.test(value) &&
    !Number.isNaN(Date.parse(value.slice(0, 10))));
/** Names people sign in with, as the identity provider gives them. */
const isAccount = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9](?:[A-Za-z0-9._@-]{0,98}[A-Za-z0-9])?$/.test(value);

const tests: Record<VariableKind, (value: unknown) => boolean> = {
  id: isId,
  code: isCode,
  codes: (value) => Array.isArray(value) && value.every(isCode),
  accounts: (value) => Array.isArray(value) && value.every(isAccount),
  date: isDate,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
};

export const variableKinds = Object.keys(tests) as VariableKind[];

/** Of any kind; nothing (null) is every kind's. */
export const isOfKind = (kind: VariableKind, value: unknown): boolean => value === null || value === undefined || tests[kind](value);

/** What people choose from, and what the engine is then told. */
export const isVariableCode = isCode;

const fits = (declared: VariableKind | readonly string[], value: unknown): boolean =>
  typeof declared === 'string'
    ? isOfKind(declared, value)
    : value === null || value === undefined || declared.some((code) => code === value);

/** Names of variables that are not declared, or are not of their kind. Only names: what they hold is not for a log. */
export const findUndeclared = (declared: Declared, variables: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(variables)
    .filter(([name, value]) => {
      const kind = Object.hasOwn(declared, name) ? declared[name] : undefined;
      return kind === undefined || !fits(kind, value);
    })
    .map(([name]) => name);

export const undeclaredSentence = (names: readonly string[]): string =>
  `Nur Kennungen, Codes, Daten und Zahlen gehen an die Engine, wie sie angekündigt sind. Anders ist: ${names.join(', ')}`;

/** The variables that name who must not, or did, work on something: an account looks like a name. */
const ofAccounts = new Set(['ausgeschlossen', 'verfasst']);
const withoutAccounts = variableKinds.filter((kind) => kind !== 'accounts');

const isTextless = (value: unknown, kinds: readonly VariableKind[]): boolean =>
  kinds.some((kind) => isOfKind(kind, value)) ||
  (typeof value === 'object' && Object.values(value as object).every((each) => isTextless(each, kinds)));

/** gRPC: INVALID_ARGUMENT. */
const invalidArgument = 3;

/** The last look before the engine, at whatever anybody sends. */
export const assertTextless = (call: string, variables: Readonly<Record<string, unknown>>): void => {
  const text = Object.entries(variables).filter(
    ([name, value]) => !isTextless(value, ofAccounts.has(name) ? variableKinds : withoutAccounts),
  );
  if (text.length > 0) throw new EngineRefused(`${call}: ${undeclaredSentence(text.map(([name]) => name))}`, invalidArgument);
};
