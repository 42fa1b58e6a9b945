import type { Reader, Transaction } from '../../db/connection.ts';
import { type CaseRow, selectCases } from '../cases/index.ts';
import type { CheckedFile } from '../documents/index.ts';
import type { Typed } from './fields/field.ts';

export type Draft = { typed: Typed; updatedAt: Date };
export type DraftFile = { fileId: string; type: string; fileName: string; size: number };

/** Matters this account has opened, the newest first. Hidden ones are never opened by applicants. */
export const listMatters = (db: Reader, account: string): Promise<CaseRow[]> =>
  selectCases(db).where({ 'cases.created_by': account, 'cases.hidden': false }).orderBy('cases.created_at', 'desc').limit(50);

export const findDraft = (db: Reader, account: string): Promise<Draft | undefined> =>
  db('portal_drafts').select({ typed: 'typed', updatedAt: 'updated_at' }).where({ account }).first();

/** Held while it is sent: two clicks on "send" make one application. */
export const lockDraft = (trx: Transaction, account: string): Promise<Draft | undefined> =>
  trx('portal_drafts').select({ typed: 'typed', updatedAt: 'updated_at' }).where({ account }).forUpdate().first();

/** Adds to what was typed before. Drafts nobody has touched for thirty days go with it. */
export const saveDraft = async (db: Reader, account: string, typed: Typed): Promise<void> => {
  await db.raw("delete from portal_drafts where updated_at < clock_timestamp() - interval '30 days'");
  await db.raw(
    `insert into portal_drafts (account, typed) values (?, ?::jsonb)
     on conflict (account) do update set typed = portal_drafts.typed || excluded.typed, updated_at = clock_timestamp()`,
    [account, JSON.stringify(typed)],
  );
};

export const deleteDraft = async (db: Reader, account: string): Promise<void> => {
  await db('portal_drafts').where({ account }).delete();
};

export const listFiles = (db: Reader, account: string): Promise<DraftFile[]> =>
  db('portal_draft_files')
    .select({ fileId: 'file_id', type: 'type', fileName: 'file_name', size: 'size' })
    .where({ account })
    .orderBy(['created_at', 'file_id']);

export const readFiles = (db: Reader, account: string): Promise<CheckedFile[]> =>
  db('portal_draft_files')
    .select({ type: 'type', fileName: 'file_name', mediaType: 'media_type', size: 'size', sha256: 'sha256', content: 'content' })
    .where({ account })
    .orderBy(['created_at', 'file_id']);

/** The same bytes of the same kind are one file. */
export const insertFile = async (db: Reader, account: string, file: CheckedFile): Promise<void> => {
  await db('portal_draft_files')
    .insert({
      account,
      type: file.type,
      file_name: file.fileName,
      media_type: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      content: file.content,
    })
    .onConflict(['account', 'type', 'sha256'])
    .ignore();
};

export const deleteFile = async (db: Reader, account: string, fileId: string): Promise<void> => {
  await db('portal_draft_files').where({ account, file_id: fileId }).delete();
};
