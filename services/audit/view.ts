import { nameGroup } from '../office/index.ts';
import { wordsOfAction } from './action-words.ts';
import type { AuditReader, Entry } from './answers.ts';
import type { AuditRow, ReaderRow } from './store.ts';

/** The office knows the role somebody has now; what it was at the time, the entry does not say. */
const roleOf = (groups: readonly string[] | null): string | null => (groups ? groups.map(nameGroup).join(', ') : null);

export const auditView = ({ auditId, at, groups, ...row }: AuditRow): Entry => ({
  auditId,
  at: new Date(at).toISOString(),
  ...row,
  role: roleOf(groups),
  words: wordsOfAction(row.action),
});

export const readerView = ({ groups, first, last, actions, ...row }: ReaderRow): AuditReader => ({
  ...row,
  role: roleOf(groups),
  first: new Date(first).toISOString(),
  last: new Date(last).toISOString(),
  actions,
  words: actions.map(wordsOfAction),
});
