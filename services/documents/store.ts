import type { Reader, Transaction } from '../../db/connection.ts';
import { part, selected } from '../../db/parts.ts';
import type { CheckedFile } from './check-file.ts';

const columns = {
  documentId: 'document_id',
  type: 'type',
  fileName: 'file_name',
  mediaType: 'media_type',
  size: 'size',
  receivedAt: 'received_at',
  receivedBy: 'received_by',
  lookedAt: 'looked_at',
} as const;

export type DocumentRow = {
  documentId: string;
  type: string;
  fileName: string;
  mediaType: string;
  size: number;
  receivedAt: Date;
  receivedBy: string;
  /** Null until a clerk has had it before them. */
  lookedAt: Date | null;
};

/** Without contents, in the order they came. */
export const documentRows = part<DocumentRow>(
  `select ${selected(columns)} from documents where case_id = $1 order by received_at, document_id`,
  ['receivedAt', 'lookedAt'],
);

export const findContent = (
  db: Reader,
  caseId: string,
  documentId: string,
): Promise<{ fileName: string; mediaType: string; content: Buffer } | undefined> =>
  db('documents')
    .select({ fileName: 'file_name', mediaType: 'media_type', content: 'content' })
    .where({ case_id: caseId, document_id: documentId })
    .first();

export const findSame = async (db: Reader, caseId: string, file: Pick<CheckedFile, 'type' | 'sha256'>): Promise<string | undefined> => {
  const row = (await db('documents').select('document_id').where({ case_id: caseId, type: file.type, sha256: file.sha256 }).first()) as
    | { document_id: string }
    | undefined;
  return row?.document_id;
};

export const insertDocument = async (
  trx: Transaction,
  document: CheckedFile & { caseId: string; at: Date; by: string; outside: boolean },
): Promise<string> => {
  const rows = (await trx('documents')
    .insert({
      case_id: document.caseId,
      type: document.type,
      file_name: document.fileName,
      media_type: document.mediaType,
      size: document.size,
      sha256: document.sha256,
      content: document.content,
      received_at: document.at,
      received_by: document.by,
      outside: document.outside,
    })
    .returning('document_id')) as { document_id: string }[];
  const documentId = rows[0]?.document_id;
  if (!documentId) throw new Error('the new document has no id');
  return documentId;
};

export const selectTypes = async (db: Reader, caseId: string): Promise<string[]> =>
  (await db('documents').distinct('type').where('case_id', caseId)).map((row: { type: string }) => row.type);

/** Kinds of papers that have come since a clerk last had the file before them. */
export const selectNewTypes = async (db: Reader, caseId: string): Promise<string[]> =>
  (await db('documents').distinct('type').where('case_id', caseId).whereNull('looked_at')).map((row: { type: string }) => row.type);

/** The oldest unread paper that nobody waited for: while there is one, its task is open. */
export const findUnreadOutside = async (db: Reader, caseId: string): Promise<string | undefined> => {
  const row = (await db('documents')
    .select('document_id')
    .where({ case_id: caseId, outside: true })
    .whereNull('looked_at')
    .orderBy('received_at')
    .first()) as { document_id: string } | undefined;
  return row?.document_id;
};

/** Everything that had come by then has been before a clerk's eyes. */
export const markLookedAt = async (trx: Transaction, caseId: string, at: Date): Promise<void> => {
  await trx('documents').where('case_id', caseId).whereNull('looked_at').where('received_at', '<=', at).update({ looked_at: at });
};
