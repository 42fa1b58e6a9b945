import type { EngineRecord } from '../define-projection.ts';

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

/**
 * Numbers a double cannot hold stay text (keys from the fourth partition on), and text is made such that PostgreSQL can keep it: no NUL, no half
 * of a surrogate pair. The stored line itself is never changed.
 */
const exact: Reviver = (_key, value, { source }) => {
  if (typeof value === 'number' && source !== undefined && Number.isInteger(value) && !Number.isSafeInteger(value)) return source;
  if (typeof value === 'string')
    return value.isWellFormed() && !value.includes('\0') ? value : value.toWellFormed().replaceAll('\0', '\uFFFD');
  return value;
};

/** Whether a line may hold one of these at all: an escape, digits for 2^53, an exponent. Nearly none does, and a reviver reads several times slower. */
const needsCare = /\\u|\d{17}|9\d{15}|[:,[]\s*-?\d[\d.]*e/i;

export const parseExact = (text: string): unknown =>
  needsCare.test(text) ? JSON.parse(text, exact as (this: unknown, key: string, value: unknown) => unknown) : JSON.parse(text);

/** What people put into variables is theirs; everything else that is called a key is one. */
const theirs = new Set(['variables', 'customHeaders', 'variable']);

const keysAsText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(keysAsText);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, each]) => {
    if (theirs.has(name)) return [name, each];
    if (typeof each === 'number' && (name === 'key' || name.endsWith('Key'))) return [name, String(each)];
    return [name, keysAsText(each)];
  });
  return Object.fromEntries(entries);
};

/** One stored line as projections see it. Throws when it is not a record of the engine. */
export const parseRecord = (body: string, epoch: number): EngineRecord => {
  const raw = parseExact(body) as Record<string, unknown> | null;
  if (raw === null || typeof raw !== 'object' || typeof raw.value !== 'object' || raw.value === null)
    throw new Error('not a record of the engine');
  const { partitionId, position, key, timestamp, valueType, intent, recordType, value } = raw;
  return {
    partitionId: Number(partitionId),
    epoch,
    position: String(position),
    key: String(key),
    timestamp: Number(timestamp),
    valueType: String(valueType),
    intent: String(intent),
    recordType: String(recordType),
    value: keysAsText(value) as Record<string, unknown>,
  };
};
