import { readXml, XmlRefused } from '../engine/deployment/read-xml.ts';
import { Invalid } from '../platform/errors.ts';
import { kindOf } from './describe-file.ts';

/**
 * A draft may be unfinished, but it must be readable by the strict parser: the browser's editors and the engine would see different things otherwise.
 * Throws Invalid with a sentence.
 */
export const assertReadable = (path: string, content: string): void => {
  const kind = kindOf(path);
  try {
    if (kind === 'bpmn' || kind === 'dmn') {
      readXml(content);
      return;
    }
    const parsed: unknown = JSON.parse(content);
    if (kind === 'vectors' && !Array.isArray(parsed)) throw new Invalid('Die Beispiele müssen eine Liste sein.');
    if (kind === 'form' && (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)))
      throw new Invalid('Die Datei ist kein Formular.');
  } catch (error) {
    if (error instanceof SyntaxError) throw new Invalid(`Die Datei ist kein lesbares JSON (${error.message}).`);
    if (error instanceof XmlRefused) throw new Invalid(`Die Datei ${error.message}.`);
    throw error;
  }
};
