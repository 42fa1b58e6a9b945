import type { Reader, Transaction } from '../../../db/connection.ts';
import type { ChangeEvent as ChangeEventAnswer } from './answers.ts';
import type { Approval, State } from './states.ts';

export type ChangeClass = 'layout' | 'text' | 'number' | 'rule' | 'flow';

export type ChangeRow = {
  changeId: string;
  number: number;
  title: string;
  reason: string;
  state: State;
  class: ChangeClass | null;
  legal: boolean;
  authors: string[];
  approvals: Approval[];
  createdAt: Date;
  changedAt: Date;
  submittedAt: Date | null;
  releaseNo: number | null;
  failure: string | null;
  dryRun: unknown;
  dryRunOf: string | null;
  /** Counts changes of title and reason: who writes them says which ones they saw. */
  wordsVersion: number;
  wordsBy: string | null;
  wordsAt: Date | null;
};

const columns = {
  changeId: 'change_id',
  number: 'number',
  title: 'title',
  reason: 'reason',
  state: 'state',
  class: 'class',
  legal: 'legal',
  authors: 'authors',
  approvals: 'approvals',
  createdAt: 'created_at',
  changedAt: 'changed_at',
  submittedAt: 'submitted_at',
  releaseNo: 'release_no',
  failure: 'failure',
  dryRun: 'dry_run',
  dryRunOf: 'dry_run_of',
  wordsVersion: 'words_version',
  wordsBy: 'words_by',
  wordsAt: 'words_at',
} as const;

export type ListedChange = Omit<ChangeRow, 'dryRun'> & { files: string[] };

/** Newest first, without what a trial found: that may be long. */
export const selectChanges = async (
  db: Reader,
  { state, limit = 500 }: { state?: State; limit?: number } = {},
): Promise<ListedChange[]> => {
  const { dryRun: _, ...listed } = columns;
  const query = db('process_changes')
    .select(listed)
    .select({
      files: db.raw(
        `coalesce((select json_agg(f.path order by f.path) from change_files f where f.change_id = process_changes.change_id), '[]'::json)`,
      ),
    })
    .orderBy([
      { column: 'changed_at', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .limit(limit);
  if (state) query.where('state', state);
  return query as unknown as Promise<ListedChange[]>;
};

export const findChange = async (db: Reader, changeId: string): Promise<ChangeRow | undefined> =>
  db('process_changes').select(columns).where('change_id', changeId).first();

/** Whoever changes a change does so one after the other. */
export const lockChange = async (trx: Transaction, changeId: string): Promise<ChangeRow | undefined> =>
  trx('process_changes').select(columns).where('change_id', changeId).forUpdate().first();

export const listApproved = async (db: Reader): Promise<string[]> =>
  ((await db('process_changes').where('state', 'freigegeben').orderBy('changed_at').select('change_id')) as { change_id: string }[]).map(
    (row) => row.change_id,
  );

export const insertChange = async (
  trx: Transaction,
  { title, reason, by, at }: { title: string; reason: string; by: string; at: Date },
): Promise<string> => {
  const [row] = (await trx('process_changes')
    .insert({ title, reason, authors: [by], created_at: at, changed_at: at })
    .returning('change_id')) as { change_id: string }[];
  return row?.change_id ?? '';
};

export type ChangeUpdate = Partial<
  Pick<
    ChangeRow,
    | 'title'
    | 'reason'
    | 'state'
    | 'class'
    | 'legal'
    | 'authors'
    | 'changedAt'
    | 'submittedAt'
    | 'releaseNo'
    | 'failure'
    | 'dryRunOf'
    | 'wordsVersion'
    | 'wordsBy'
    | 'wordsAt'
  >
> & { approvals?: Approval[]; dryRun?: unknown };

export const updateChange = async (trx: Transaction, changeId: string, change: ChangeUpdate): Promise<void> => {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(change)) {
    const column = columns[key as keyof typeof columns];
    values[column] = key === 'approvals' || key === 'dryRun' ? (value === null ? null : JSON.stringify(value)) : value;
  }
  await trx('process_changes').where('change_id', changeId).update(values);
};

export type EventKind = ChangeEventAnswer['what'];
export type ChangeEvent = { at: Date; by: string; what: EventKind; text: string };

export const insertEvent = async (trx: Transaction, changeId: string, { at, by, what, text }: ChangeEvent): Promise<void> => {
  await trx('change_events').insert({ change_id: changeId, at, by, what, text });
};

/** Saving is automatic: a person who goes on at the same file leaves one line, not a hundred. */
export const insertEditEvent = async (trx: Transaction, changeId: string, event: Omit<ChangeEvent, 'what'>): Promise<void> => {
  const last = (await trx('change_events')
    .where('change_id', changeId)
    .orderBy('event_id', 'desc')
    .first('event_id', 'what', 'by', 'text')) as { event_id: string; what: string; by: string; text: string } | undefined;
  if (last?.what === 'bearbeitet' && last.by === event.by && last.text === event.text)
    await trx('change_events').where('event_id', last.event_id).update({ at: event.at });
  else await insertEvent(trx, changeId, { ...event, what: 'bearbeitet' });
};

export const selectEvents = async (db: Reader, changeId: string): Promise<ChangeEvent[]> =>
  db('change_events').where('change_id', changeId).orderBy('event_id').select('at', 'by', 'what', 'text');
