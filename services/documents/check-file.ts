import { createHash } from 'node:crypto';
import { isCodeOf } from '../office/index.ts';
import { type FieldFault, Invalid, TooLarge } from '../platform/errors.ts';
import { fileEnding, safeFileName } from './safe-file-name.ts';

export const maxFileBytes = 10 * 1024 * 1024;

type Kind = { mediaType: string; endings: readonly string[]; magic: Buffer; declared: readonly string[] };

const kinds: readonly Kind[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], magic: Buffer.from('%PDF-'), declared: ['application/pdf', 'application/x-pdf'] },
  {
    mediaType: 'image/jpeg',
    endings: ['jpg', 'jpeg'],
    magic: Buffer.from([0xff, 0xd8, 0xff]),
    declared: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
  },
  {
    mediaType: 'image/png',
    endings: ['png'],
    magic: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    declared: ['image/png', 'image/x-png'],
  },
];

// The harmless string every virus scanner must find. In two parts, or this very file would be found.
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

/** The parts of an upload as the server hands them over. */
export type UploadedFile = { filename?: string; headers?: Record<string, string | undefined>; content: Buffer };
export type CheckedFile = { type: string; fileName: string; mediaType: string; size: number; sha256: string; content: Buffer };

const declaredType = (file: UploadedFile): string => (file.headers?.['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

const findFault = (file: UploadedFile, fileName: string, kind: Kind | undefined): string | undefined => {
  const declared = declaredType(file);
  if (file.content.length === 0) return 'Die Datei ist leer.';
  if (file.content.includes(eicar)) return 'Die Datei enthält eine Virus-Signatur und wurde nicht gespeichert.';
  if (!kind) return 'Bitte laden Sie eine Datei vom Typ PDF, JPG oder PNG hoch.';
  if (!kind.endings.includes(fileEnding(fileName))) return 'Die Endung des Dateinamens passt nicht zum Inhalt der Datei.';
  if (declared && declared !== 'application/octet-stream' && !kind.declared.includes(declared))
    return 'Der angegebene Dateityp passt nicht zum Inhalt.';
  return undefined;
};

/**
 * Says yes to PDF, JPG and PNG by their first bytes, with an ending and a declared type that agree. The content counts, never the
 * name. Throws TooLarge, or Invalid with every fault at once.
 */
export const checkFile = (file: UploadedFile, type: string): CheckedFile => {
  if (file.content.length > maxFileBytes)
    throw new TooLarge('Die Datei ist größer als 10 Megabyte. Bitte laden Sie eine kleinere Datei hoch.');
  const fileName = safeFileName(file.filename ?? '');
  const kind = kinds.find(({ magic }) => file.content.subarray(0, magic.length).equals(magic));
  const fault = findFault(file, fileName, kind);
  const faults: FieldFault[] = fault ? [{ field: 'file', message: fault }] : [];
  if (!isCodeOf('unterlagen', type)) faults.push({ field: 'type', message: 'Diese Art von Unterlage kennt das Amt nicht.' });
  if (!kind || faults.length > 0) throw new Invalid(faults.map(({ message }) => message).join(' '), faults);
  const sha256 = createHash('sha256').update(file.content).digest('hex');
  return { type, fileName, mediaType: kind.mediaType, size: file.content.length, sha256, content: file.content };
};
