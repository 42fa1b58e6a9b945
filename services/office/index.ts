/** The office as data: its authorities and all else that has a code and a name, from processes/amt. What other features may call. */
export {
  checkOfficeFile,
  codesOf,
  findRow,
  getRow,
  getRowWith,
  isCodeOf,
  nameOf,
  type OfficeList,
  type OfficeLists,
  officeLists,
  rowHas,
  rowsOf,
} from './lists.ts';
export { type Purpose, purposeNames, purposeOf, purposes } from './purposes.ts';
export type { Behoerde, Frist, OfficeRow } from './rows.ts';
