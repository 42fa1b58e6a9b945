import type Joi from 'joi';
import { anliegen } from './anliegen.ts';
import { behoerde } from './behoerden.ts';
import { bescheid, leistung } from './bescheide.ts';
import { frist } from './fristen.ts';
import { checkText, readList, rowOfList } from './read-list.ts';
import { rolle, sachgebiet, team } from './rollen.ts';
import type { Anliegen, Behoerde, Bescheid, Frist, Leistung, OfficeRow, Rolle, Sachgebiet, Team, Unterlage } from './rows.ts';
import { unterlage } from './unterlagen.ts';

/** The office's lists: `processes/amt/<list>.json`, and what a row of each holds. */
export type OfficeLists = {
  anliegen: Anliegen;
  behoerden: Behoerde;
  bescheide: Bescheid;
  fristen: Frist;
  /** Procedures the office sends cases to and that have no model yet: a person sorts and settles them. */
  geplant: OfficeRow;
  /** Skills a task may ask for. */
  kenntnisse: OfficeRow;
  leistungen: Leistung;
  rollen: Rolle;
  sachgebiete: Sachgebiet;
  teams: Team;
  unterlagen: Unterlage;
};

export type OfficeList = keyof OfficeLists;

/** What a row of each list may hold; a new list is one line here and one above. */
const rowSchemas: { [List in OfficeList]: Joi.ObjectSchema<OfficeLists[List]> } = {
  anliegen,
  behoerden: behoerde,
  bescheide: bescheid,
  fristen: frist,
  geplant: rowOfList(),
  kenntnisse: rowOfList(),
  leistungen: leistung,
  rollen: rolle,
  sachgebiete: sachgebiet,
  teams: team,
  unterlagen: unterlage,
};

export const officeLists = Object.keys(rowSchemas) as OfficeList[];

const read = new Map<OfficeList, readonly OfficeLists[OfficeList][]>();

/** All rows in the order of the file, read once: a list changes with a release only. */
export const rowsOf = <List extends OfficeList>(list: List): readonly OfficeLists[List][] => {
  const rows = read.get(list) ?? readList<OfficeLists[List]>(list, rowSchemas[list]);
  read.set(list, rows);
  return rows as readonly OfficeLists[List][];
};

export const findRow = <List extends OfficeList>(list: List, code: string): OfficeLists[List] | undefined =>
  rowsOf(list).find((row) => row.code === code);

/** Errors: a code that does not stand in the list, which is a mistake of a model or a program. */
export const getRow = <List extends OfficeList>(list: List, code: string): OfficeLists[List] => {
  const row = findRow(list, code);
  if (!row) throw new Error(`„${code}“ steht nicht in processes/amt/${list}.json.`);
  return row;
};

/** The one row with a property that only one may have. Errors: none has it, or several. */
export const getRowWith = <List extends OfficeList>(list: List, property: keyof OfficeLists[List] & string): OfficeLists[List] => {
  const [row, other] = rowsOf(list).filter((each) => each[property] !== undefined);
  if (!row || other) throw new Error(`In processes/amt/${list}.json muss genau ein Eintrag „${property}“ haben.`);
  return row;
};

/** Whether a code's row has a property; a code that the list does not have has none. */
export const rowHas = <List extends OfficeList>(list: List, code: string, property: keyof OfficeLists[List] & string): boolean =>
  findRow(list, code)?.[property] !== undefined;

export const codesOf = (list: OfficeList): string[] => rowsOf(list).map(({ code }) => code);

export const isCodeOf = (list: OfficeList, code: string): boolean => findRow(list, code) !== undefined;

/** A code by its name; one that the list does not have (of an older model) stands as it is. */
export const nameOf = (list: OfficeList, code: string, language: 'de' | 'en' = 'de'): string => findRow(list, code)?.[language] ?? code;

/** What is wrong with the file `processes/amt/<list>.json` of this text, in German sentences; the file's name must be a list's. */
export const checkOfficeFile = (list: string, text: string): string[] =>
  Object.hasOwn(rowSchemas, list)
    ? checkText(text, rowSchemas[list as OfficeList])
    : ['Diese Liste liest niemand (services/office/lists.ts).'];
