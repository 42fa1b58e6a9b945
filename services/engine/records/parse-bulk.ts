import type { EngineRecord } from '../define-projection.ts';
import { parseExact, toRecord } from './parse-record.ts';

/** A line nobody can read. Kept as bytes, because text in PostgreSQL cannot hold everything. */
export type Unreadable = { reason: string; raw: Buffer; partitionId: number | null; position: string | null };

const utf8 = new TextDecoder('utf-8', { fatal: true });
const newline = 0x0a;

function* linesOf(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    if (end > start) yield bytes.subarray(start, end);
    start = end + 1;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** `{"index":{"_id":"<partition>-<position>", …}}`, as the exporter writes it: not worth a parser. */
const action = /^\{"index":\{(?:"[a-z_]+":"[^"\\]*",)*"_id":"(\d{1,9})-(\d{1,18})"(?:,"[a-z_]+":"[^"\\]*")*\}\}$/;

const readAction = (line: string): { partitionId: number; position: string } | undefined => {
  const [, partition, position] = (line.startsWith('{"index"') && action.exec(line)) || [];
  return partition && position ? { partitionId: Number(partition), position } : undefined;
};

const readRecord = (value: unknown): EngineRecord | undefined => {
  if (!isObject(value)) return undefined;
  const { partitionId, position, valueType, intent } = value;
  if (!Number.isSafeInteger(partitionId) || !Number.isSafeInteger(position) || typeof valueType !== 'string' || typeof intent !== 'string')
    return undefined;
  return toRecord(
    {
      partitionId: partitionId as number,
      position: String(position),
      valueType,
      intent,
    },
    value,
  );
};

/** Reads pairs of lines (what to do, the record). Never throws: one bad line must not keep the others, or block the engine's log for ever. */
export const parseBulk = (bytes: Buffer): { records: EngineRecord[]; unreadable: Unreadable[] } => {
  const records: EngineRecord[] = [];
  const unreadable: Unreadable[] = [];
  let announced: ReturnType<typeof readAction>;
  for (const line of linesOf(bytes)) {
    let reason = 'not a record of the engine';
    try {
      const text = utf8.decode(line);
      const next = readAction(text);
      if (next) {
        announced = next;
        continue;
      }
      const record = readRecord(parseExact(text));
      if (record) {
        records.push(record);
        announced = undefined;
        continue;
      }
    } catch (error) {
      reason = (error as Error).message.slice(0, 200);
    }
    unreadable.push({
      reason,
      raw: Buffer.from(line),
      partitionId: announced?.partitionId ?? null,
      position: announced?.position ?? null,
    });
    announced = undefined;
  }
  return { records, unreadable };
};
