import type { EngineRecord } from '../define-projection.ts';

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

/**
 * Numbers a double cannot hold become text (keys from the fourth partition on), and text is made such that PostgreSQL can keep it: no NUL, no half
 * of a surrogate pair.
 */
const exact: Reviver = (_key, value, { source }) => {
  if (typeof value === 'number' && source !== undefined && Number.isInteger(value) && !Number.isSafeInteger(value)) return source;
  if (typeof value === 'string')
    return value.isWellFormed() && !value.includes('\0') ? value : value.toWellFormed().replaceAll('\0', '\uFFFD');
  return value;
};

const isTooLarge = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isTooLarge);
};

/** Nearly no line holds an escape or such a number, and a reviver reads several times slower. */
export const parseExact = (text: string): unknown => {
  const plain: unknown = text.includes('\\u') ? undefined : JSON.parse(text);
  if (plain !== undefined && !isTooLarge(plain)) return plain;
  return JSON.parse(text, exact as (this: unknown, key: string, value: unknown) => unknown);
};

/** What people put into variables is theirs; everything else that is called a key is one. */
const theirs = new Set(['variables', 'customHeaders', 'variable']);

const isKey = (name: string): boolean => name === 'key' || name.endsWith('Key');

/** Stands in every record of an engine without tenants. */
const noTenant = '<default>';

/** Half of what the engine writes says that there is nothing to say. */
const saysNothing = (name: string, value: unknown): boolean =>
  value === '' ||
  value === null ||
  value === noTenant ||
  (value === -1 && isKey(name)) ||
  (typeof value === 'object' && (Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0));

const plainValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plainValue);
  if (value === null || typeof value !== 'object') return value;
  const plain: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const kept = theirs.has(name) ? each : plainValue(each);
    if (!saysNothing(name, kept)) plain[name] = typeof kept === 'number' && isKey(name) ? String(kept) : kept;
  }
  return plain;
};

type Given = Pick<EngineRecord, 'partitionId' | 'position' | 'valueType' | 'intent'>;
type Line = { key?: unknown; timestamp?: unknown; value?: unknown };

/** One event as projections see it. Throws when it is not a record of the engine. */
export const toRecord = ({ partitionId, position, valueType, intent }: Given, line: unknown): EngineRecord => {
  const { key, timestamp, value } = (line ?? {}) as Line;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a record of the engine');
  return {
    partitionId,
    position,
    valueType,
    intent,
    key: String(key),
    timestamp: Number(timestamp),
    value: plainValue(value) as Record<string, unknown>,
  };
};

/** What is stored of a record beside its columns: all of it that anybody can read. */
export const bodyOf = ({ key, timestamp, value }: EngineRecord): string => JSON.stringify({ key, timestamp, value });

/** A stored record. Whole lines of the engine, as they were stored before, read the same. */
export const readBody = (given: Given, body: string): EngineRecord => toRecord(given, parseExact(body));
