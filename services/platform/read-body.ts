import { isUtf8 } from 'node:buffer';
import Bourne from '@hapi/bourne';
import { Invalid, TooLarge, UnsupportedFormat } from './errors.ts';
import { readUpload } from './read-upload.ts';

/** A body that is no upload. */
export const jsonBytes = 1024 * 1024;

/** So much beyond the limit is still read and thrown away: a sender who is cut off in the middle never sees the answer. */
const mostThrownAway = 64 * 1024 * 1024;

/** A body whole. Throws TooLarge beyond `maxBytes`; one that is cut off by its sender fails as the stream does (ECONNRESET). */
export const readBytes = async (source: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> => {
  let chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    else chunks = [];
    if (bytes > maxBytes + mostThrownAway) break;
  }
  if (bytes > maxBytes) throw new TooLarge(`Das ist zu groß: Angenommen werden höchstens ${sizeOf(maxBytes)}.`);
  return Buffer.concat(chunks);
};

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} KB`;

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

/** Nobody who sends so little needs to pack it, and what is packed can be a thousand times as much. Throws UnsupportedFormat. */
export const assertUnpacked = (encoding: string | undefined): void => {
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new UnsupportedFormat('Gepackte Anfragen werden hier nicht angenommen.');
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
