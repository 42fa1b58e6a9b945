import { Invalid } from '../../platform/errors.ts';
import { declareUtf8, readXml, XmlRefused } from '../../reading/index.ts';
import { kindOf } from '../describe-file.ts';

/**
 * A draft may be unfinished, but it must be readable by the strict parser: the browser's editors and the engine would see different things otherwise.
 * Gives the text as it is stored: in UTF-8, whatever it was before it came here. Throws Invalid with a sentence.
 */
export const readContent = (path: string, given: string): string => {
  const kind = kindOf(path);
  try {
    if (kind === 'bpmn' || kind === 'dmn') {
      const content = declareUtf8(given);
      readXml(content);
      return content;
    }
    const parsed: unknown = JSON.parse(given);
    if (kind === 'vectors' && !Array.isArray(parsed)) throw new Invalid('Die Beispiele müssen eine Liste sein.');
    if (kind === 'form' && (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)))
      throw new Invalid('Die Datei ist kein Formular.');
    return given;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Invalid(`Die Datei ist kein lesbares JSON (${error.message}).`);
    if (error instanceof XmlRefused) throw new Invalid(`Die Datei ${error.message}.`);
    throw error;
  }
};
