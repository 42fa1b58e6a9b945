import { Invalid } from '../../platform/errors.ts';
import { declareUtf8, limits, readXml, type XmlElement, XmlRefused } from '../../reading/index.ts';
import { decodeText } from './decode-text.ts';

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1).replace('.', ',');

/** Bytes somebody gave us → text that can be stored. Size is looked at first, so that a large file costs nothing. */
export const readText = (bytes: Uint8Array): string => {
  if (bytes.byteLength > limits.bytes) {
    throw new Invalid(`Die Datei ist mit ${megabytes(bytes.byteLength)} MB zu groß. Erlaubt ist ${megabytes(limits.bytes)} MB.`);
  }
  const text = declareUtf8(decodeText(bytes).replace(/^\uFEFF/, ''));
  if (text.trim() === '') throw new Invalid('Die Datei ist leer.');
  return text;
};

/** What people drop by mistake gets a sentence of its own. */
const assertXml = (text: string, wanted: string): void => {
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (/^(?:<!doctype html|<html)/.test(start)) throw new Invalid(`Das ist eine Webseite, keine ${wanted}.`);
  if (/^[[{]/.test(start)) throw new Invalid(`Das ist JSON, keine ${wanted}.`);
  if (start.includes('<mxfile') || start.includes('<mxgraphmodel'))
    throw new Invalid(`Das ist eine Zeichnung aus draw.io, keine ${wanted}. Bitte dort als BPMN 2.0 ausgeben.`);
  if (!start.startsWith('<')) throw new Invalid(`Das ist keine ${wanted}.`);
};

/** The strict parser of the engine: no DTD, so no entities and no outside files; bounded size, depth and number of elements. */
export const readForeignXml = (bytes: Uint8Array, wanted: string): XmlElement => {
  const text = readText(bytes);
  assertXml(text, wanted);
  try {
    return readXml(text);
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    throw new Invalid(`Die Datei ${error.message}.`);
  }
};
