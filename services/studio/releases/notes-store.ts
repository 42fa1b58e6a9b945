import type { Database, Reader, Transaction } from '../../../db/connection.ts';

export type NewNote = {
  releaseNo: number;
  at: Date;
  title: string;
  text: string;
  processes: { id: string; name: string }[];
  groups: string[];
};
export type NoteRow = Omit<NewNote, 'groups'> & { noteId: string; read: boolean };

/** Once a release, however often it is told. */
export const insertNote = async (trx: Transaction, note: NewNote): Promise<void> => {
  await trx('release_notes')
    .insert({
      release_no: note.releaseNo,
      at: note.at,
      title: note.title,
      text: note.text,
      processes: JSON.stringify(note.processes),
      groups: note.groups,
    })
    .onConflict('release_no')
    .ignore();
};

const MOST = 50;

/** What concerns one of these groups, newest first. */
export const selectNotes = async (db: Database, account: string, groups: readonly string[]): Promise<NoteRow[]> => {
  const { rows } = (await db.raw(
    `select n.note_id as "noteId", n.release_no as "releaseNo", n.at, n.title, n.text, n.processes, r.account is not null as read
       from release_notes n left join release_note_reads r on r.note_id = n.note_id and r.account = ?
      where n.groups && ?::text[] order by n.at desc, n.release_no desc limit ?`,
    [account, [...groups], MOST],
  )) as { rows: NoteRow[] };
  return rows;
};

/** Whether the note is there and meant for one of these groups. */
export const isNoteFor = async (db: Reader, noteId: string, groups: readonly string[]): Promise<boolean> => {
  const found = await db('release_notes')
    .where('note_id', noteId)
    .whereRaw('groups && ?::text[]', [[...groups]])
    .first('note_id');
  return found !== undefined;
};

/** False where there is no such note for these groups. */
export const markRead = async (
  trx: Transaction,
  { noteId, account, groups, at }: { noteId: string; account: string; groups: readonly string[]; at: Date },
): Promise<boolean> => {
  if (!(await isNoteFor(trx, noteId, groups))) return false;
  await trx('release_note_reads').insert({ note_id: noteId, account, read_at: at }).onConflict(['note_id', 'account']).ignore();
  return true;
};
