/** The office as data: Anliegen, papers, waits, authorities, roles, sections and all else that has a code and a name, from processes/amt. What other features may call. */
export { type FactKey, type FactOfKind, factIs, facts, factsOfQuestion, factsOfRound, hasFact, personalTexts, readFact } from './facts.ts';
export * from './groups.ts';
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
export { type Right, rightNames } from './right-names.ts';
export type { Anliegen, Behoerde, Frist, OfficeRow, Rolle, Sachgebiet, Team, Unterlage } from './rows.ts';
