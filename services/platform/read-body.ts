import { isUtf8 } from 'node:buffer';
import Bourne from '@hapi/bourne';
import { Invalid, UnsupportedFormat } from './errors.ts';
import { readUpload } from './read-upload.ts';

/** Bytes of a percent-encoded text; a sign that is no escape stands for itself. */
const decode = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const noText = (): Invalid => new Invalid('Die Anfrage ist kein lesbarer Text: Erwartet wird UTF-8.');

/** A decoder would put U+FFFD in the place of broken bytes and lose what was meant. Throws Invalid. */
export const assertUtf8Address = (url: string): void => {
  if (!isUtf8(decode(url))) throw noText();
};

const assertCharset = (contentType: string): void => {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType)?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw new UnsupportedFormat('Text wird hier nur in UTF-8 angenommen.');
};

const readJson = (body: Buffer): unknown => {
  if (!isUtf8(body)) throw noText();
  try {
    return Bourne.parse(body.toString('utf8'));
  } catch {
    throw new Invalid('Die Anfrage ist nicht lesbar. Bitte prüfen Sie die Eingabe.');
  }
};

/**
 * A body as the schemas take it: JSON, or the fields of a form (the framework's own reader of uploads ends the process when a part is
 * called `hasOwnProperty`). Nothing at all counts as `{}`. Throws UnsupportedFormat for another charset, Invalid for what cannot be read.
 */
export const readBody = async (body: Buffer, contentType: string): Promise<unknown> => {
  assertCharset(contentType);
  if (/^multipart\/form-data/i.test(contentType)) return readUpload(body, contentType);
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) {
    if (!isUtf8(decode(body.toString('latin1')))) throw noText();
    return readUpload(body, contentType);
  }
  return body.length === 0 ? {} : readJson(body);
};
