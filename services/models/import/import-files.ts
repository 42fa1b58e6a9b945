import { Invalid } from '../../platform/errors.ts';
import { assertPlainText } from '../../platform/plain-text.ts';
import { decisionsOf, isDmn } from '../../reading/index.ts';
import type { Imported } from './import-bpmn.ts';
import { readForeignXml, readText } from './read-foreign.ts';

/** Tables stay as they are written: the check says what is missing. */
export const importDmn = (bytes: Uint8Array): Imported => {
  const root = readForeignXml(bytes, 'DMN-Datei');
  if (root.name !== 'definitions' || !isDmn(root.namespace)) throw new Invalid('Das ist keine Entscheidungstabelle (DMN).');
  if (decisionsOf(root).length === 0) throw new Invalid('Die Datei enthält keine Entscheidung.');
  return { content: readText(bytes), notes: [] };
};

export const importForm = (bytes: Uint8Array): Imported => {
  const text = readText(bytes);
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch (error) {
    throw new Invalid(`Die Datei ist kein lesbares JSON (${(error as Error).message}).`);
  }
  assertPlainText(form);
  if (typeof form !== 'object' || form === null || !Array.isArray((form as { components?: unknown }).components))
    throw new Invalid('Das ist kein Formular: Es hat keine Felder (components).');
  return { content: text, notes: [] };
};
