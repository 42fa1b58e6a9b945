/** Documents: papers of a case, what is missing, and who learns when one comes. What other features may call. */
import { listOf, shaped } from '../../db/parts.ts';
import type { DocumentLine } from './answers.ts';
import { documentRows } from './store.ts';

export { type CheckedFile, checkFile, maxFileBytes } from './check-file.ts';
export { missingPapers } from './missing-papers.ts';
export { storeDocument } from './store-document.ts';

/** The papers of a case in the order they came, for the case view and the portal: who of the office took one in stands in the history. */
export const documentsOfCase = shaped(
  documentRows,
  ({ documentId, type, fileName, size, receivedAt, lookedAt }): DocumentLine => ({
    documentId,
    type,
    fileName,
    size,
    at: receivedAt.toISOString(),
    isNew: lookedAt === null,
  }),
);

export const listDocuments = listOf(documentsOfCase);
