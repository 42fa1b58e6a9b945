/** One record of a bulk as it will be stored. */
export type RawRecord = { partitionId: number; position: string; valueType: string; intent: string; body: string };

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

/** `{"index":{"_id":"<partition>-<position>", …}}` */
const readAction = (value: unknown): { partitionId: number; position: string } | undefined => {
  if (!isObject(value) || !isObject(value.index)) return undefined;
  const [, partition, position] = /^(\d{1,9})-(\d{1,18})$/.exec(String(value.index._id)) ?? [];
  return partition && position ? { partitionId: Number(partition), position } : undefined;
};

const readRecord = (value: unknown, body: string): RawRecord | undefined => {
  if (!isObject(value) || !isObject(value.value)) return undefined;
  const { partitionId, position, valueType, intent } = value;
  if (!Number.isSafeInteger(partitionId) || !Number.isSafeInteger(position) || typeof valueType !== 'string' || typeof intent !== 'string')
    return undefined;
  return { partitionId: partitionId as number, position: String(position), valueType, intent, body };
};

/** Reads pairs of lines (what to do, the record). Never throws: one bad line must not keep the others, or block the engine's log for ever. */
export const parseBulk = (bytes: Buffer): { records: RawRecord[]; unreadable: Unreadable[] } => {
  const records: RawRecord[] = [];
  const unreadable: Unreadable[] = [];
  let action: ReturnType<typeof readAction>;
  for (const line of linesOf(bytes)) {
    let reason = 'not a record of the engine';
    try {
      const body = utf8.decode(line);
      const value: unknown = JSON.parse(body);
      const next = readAction(value);
      if (next) {
        action = next;
        continue;
      }
      const record = readRecord(value, body);
      if (record) {
        records.push(record);
        action = undefined;
        continue;
      }
    } catch (error) {
      reason = (error as Error).message.slice(0, 200);
    }
    unreadable.push({ reason, raw: Buffer.from(line), partitionId: action?.partitionId ?? null, position: action?.position ?? null });
    action = undefined;
  }
  return { records, unreadable };
};
