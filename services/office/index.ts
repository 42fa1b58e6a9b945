/** The office as data: its authorities and all else that has a code and a name, from processes/amt. What other features may call. */
export type { Behoerde } from './behoerden.ts';
export {
  checkOfficeFile,
  codesOf,
  findRow,
  getRow,
  isCodeOf,
  nameOf,
  type OfficeList,
  type OfficeLists,
  officeLists,
  rowsOf,
} from './lists.ts';
export type { OfficeRow } from './read-list.ts';
