import { type CheckedFile, checkFile, maxFileBytes } from '../../documents/index.ts';
import { getRowWith } from '../../office/index.ts';
import { Invalid, TooLarge } from '../../platform/errors.ts';
import type { UploadedFile } from '../../platform/route.ts';
import type { Texts } from '../language.ts';

/** Papers that help with the application, by code. */
export const uploadTypes = getRowWith('anliegen', 'onlineAntrag').onlineAntrag?.unterlagen ?? [];

export const mostFiles = 12;
/** All files of one form together, bytes; a browser sends them at once. */
export const uploadBytes = 4 * maxFileBytes;

export type UploadFault = { type: string; message: string };

const isFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' && value !== null && Buffer.isBuffer((value as UploadedFile).content);

/** A file input left empty comes as a file without name and bytes. */
export const filesIn = (value: unknown): UploadedFile[] =>
  [value].flat().filter((each): each is UploadedFile => isFile(each) && (each.filename !== '' || each.content.length > 0));

const faultOf = (error: unknown, file: UploadedFile, t: Texts['application']['uploads']): string => {
  if (error instanceof TooLarge) return t.fileFaults.large;
  if (!(error instanceof Invalid)) throw error;
  if (file.content.length === 0) return t.fileFaults.empty;
  return /Typ|Endung/.test(error.message) ? t.fileFaults.kind : t.fileFaults.refused;
};

/** Checks one file in words of the page's language. */
export const takeFile = (file: UploadedFile, type: string, t: Texts): CheckedFile | UploadFault => {
  try {
    return checkFile(file, type);
  } catch (error) {
    return { type, message: faultOf(error, file, t.application.uploads) };
  }
};

export const isFault = (taken: CheckedFile | UploadFault): taken is UploadFault => 'message' in taken;
