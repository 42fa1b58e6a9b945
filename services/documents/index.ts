/** Documents: papers of a case, what is missing, and who learns when one comes. What other features may call. */
import type { Reader } from '../../db/connection.ts';
import type { DocumentLine } from './answers.ts';
import { selectDocuments } from './store.ts';

export { type CheckedFile, checkFile, maxFileBytes } from './check-file.ts';
export { missingPapers } from './missing-papers.ts';
export { storeDocument } from './store-document.ts';

/** The papers of a case in the order they came, for the case view and the portal: who of the office took one in stands in the history. */
export const listDocuments = async (db: Reader, caseId: string): Promise<DocumentLine[]> =>
  (await selectDocuments(db, caseId)).map(({ documentId, type, fileName, size, receivedAt, lookedAt }) => ({
    documentId,
    type,
    fileName,
    size,
    at: receivedAt.toISOString(),
    isNew: lookedAt === null,
  }));
